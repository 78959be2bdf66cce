"""The letters beyond a to z that languages write, by the single-byte encodings that their texts are kept in."""

LATIN = {
    "Polish": "ąćęłńóśźż",
    "Czech": "áčďéěíňóřšťúůýž",
    "Slovak": "áäčďéíĺľňóôŕšťúýž",
    "Hungarian": "áéíóöőúüű",
    "Romanian": "ăâîşţșț",
    "Croatian, Slovene": "čćđšž",
    "German": "äöüß",
    "French": "àâæçéèêëîïôœùûüÿ",
    "Spanish": "áéíñóúü¿¡",
    "Portuguese": "áâãàçéêíóôõúü",
    "Italian": "àèéìòùî",
    "Catalan": "àçèéíïòóúü",
    "Danish, Norwegian": "æøåé",
    "Swedish, Finnish": "åäöé",
    "Icelandic": "áðéíóúýþæö",
    "Turkish": "çğıöşüİâî",
    "Estonian": "äõöüšž",
    "Latvian": "āčēģīķļņšūž",
    "Lithuanian": "ąčęėįšųūž",
    "English": "éèïçñöü",
}
"""Of the Latin script: lower case, and capitals that have no lower case of one letter."""

COMMON_CYRILLIC = "оеаинтсрвлк"
"""The commonest letters of Russian, Ukrainian, Bulgarian and Serbian, in lower case: more than half of their texts."""
