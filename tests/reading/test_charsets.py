"""Which encoding bytes are in, where a page declares another one of its family."""

import pytest

from sayso.reading.decode import decode

LATIN = {
    "pl": (
        "cp1250",
        "Premier powiedział w środę, że żadna z gmin nie będzie musiała zapłacić. „Nie możemy się "
        "zgodzić”, dodał rzecznik rządu Łukasz Wójcik, którego pytaliśmy o szczegóły.",
    ),
    "cs": (
        "cp1250",
        "Předseda vlády řekl ve středu, že žádná obec nebude muset platit. „Nemůžeme souhlasit,“ dodal "
        "mluvčí Jiří Dvořák, kterého jsme se ptali na podrobnosti příštího týdne.",
    ),
    "hu": (
        "cp1250",
        "A miniszterelnök szerdán azt mondta, hogy egyetlen községnek sem kell fizetnie. „Nem érthetünk "
        "egyet” – tette hozzá a szóvivő, Kovács Győző, akit a részletekről kérdeztünk. Később őszintén.",
    ),
    "hr": (
        "cp1250",
        "Premijer je u srijedu rekao da nijedna općina neće morati plaćati. „Ne možemo se složiti”, "
        "dodao je glasnogovornik Žarko Šćitić, kojeg smo pitali o pojedinostima. Sljedeći će četvrtak "
        "biti teži.",
    ),
    "ro": (
        "cp1250",
        "Premierul a spus miercuri că nicio comună nu va trebui să plătească. „Nu putem fi de acord”, a "
        "adăugat purtătorul de cuvânt Ştefan Ionescu, întrebat de ţară şi de oraş.",
    ),
    "de": (
        "cp1252",
        "Der Bürgermeister sagte, die Brücke müsse größer werden. Später äußerte er Zweifel an den "
        "Plänen, „für die Stadt“ sei das schwierig.",
    ),
    "fr": (
        "cp1252",
        "Le maire a déclaré mercredi que la commune n’aura rien à payer. « Nous ne pouvons être d’accord "
        "», a ajouté le porte-parole Jérôme Lefèvre, interrogé à ce sujet : où est-ce que ça mène ? "
        "Peut-être à l’hôtel.",
    ),
    "es": (
        "cp1252",
        "El alcalde dijo el miércoles que ningún municipio tendrá que pagar. «No podemos aceptarlo», "
        "añadió el portavoz José Núñez, que según él volverá mañana. ¿Será así? También lo dirán los "
        "años.",
    ),
    "pt": (
        "cp1252",
        "O presidente da câmara disse na quarta-feira que nenhum município terá de pagar. “Não podemos "
        "aceitar”, acrescentou o porta-voz João Gonçalves, à saída da reunião, em São Paulo.",
    ),
    "it": (
        "cp1252",
        "Il sindaco ha detto mercoledì che nessun comune dovrà pagare. «Non possiamo essere d’accordo», "
        "ha aggiunto il portavoce Nicolò Pagà, perché la città è più povera di così. Però si vedrà.",
    ),
    "da": (
        "cp1252",
        "Borgmesteren sagde onsdag, at ingen kommune skal betale. »Vi kan ikke være enige«, tilføjede "
        "talsmanden Søren Åberg, som vi spurgte om detaljerne. Både på øen og i byen går det næste år.",
    ),
    "sv": (
        "cp1252",
        "Borgmästaren sade på onsdagen att ingen kommun behöver betala. ”Vi kan inte hålla med”, tillade "
        "talesmannen Göran Åström, som vi frågade om detaljerna.",
    ),
    "tr": (
        "cp1254",
        "Başbakan çarşamba günü hiçbir ilçenin ödeme yapmayacağını söyledi. “Aynı görüşte değiliz” diye "
        "ekledi sözcü İbrahim Yıldız. Şimdi ne olacağını soruyoruz, çünkü halk bekliyor.",
    ),
    "lt": (
        "cp1257",
        "Ministras pirmininkas trečiadienį sakė, kad nė viena savivaldybė neturės mokėti. „Negalime "
        "sutikti“, pridūrė atstovas Žygimantas Šulcas. Vėliau jis paaiškino, ką reiškė šie žodžiai.",
    ),
}
CYRILLIC = {
    "ru": (
        "cp1251",
        "Мэр города сказала в понедельник, что стена гавани будет поднята на метр.",
    ),
    "uk": (
        "koi8-u",
        "Міський голова сказала в понеділок, що стіну гавані буде піднято на метр.",
    ),
    "ru in koi8": (
        "koi8-r",
        "Мэр города сказала в понедельник, что стена гавани будет поднята на метр. Позже она добавила, "
        "что денег хватит.",
    ),
}


def page(declared: str | None, encoding: str, text: str) -> bytes:
    tag = f'<meta charset="{declared}">' if declared else ""
    return f"<html><head>{tag}</head><p>{text}</p></html>".encode(encoding)


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "windows-1250", "iso-8859-2", "utf-8", None])
@pytest.mark.parametrize("language", LATIN)
def test_latin_letters_make_words_whatever_is_declared(language: str, declared: str | None) -> None:
    encoding, text = LATIN[language]
    assert text in decode(page(declared, encoding, text), "a")


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", "iso-8859-5", "iso-8859-1", "utf-8", None])
@pytest.mark.parametrize("language", CYRILLIC)
def test_cyrillic_letters_make_words_whatever_is_declared(language: str, declared: str | None) -> None:
    encoding, text = CYRILLIC[language]
    assert text in decode(page(declared, encoding, text), "a")


@pytest.mark.parametrize("text", [text for _, text in (LATIN | CYRILLIC).values()])
def test_utf8_is_read_as_such_where_latin_1_is_declared(text: str) -> None:
    assert text in decode(page("iso-8859-1", "utf-8", text), "a")


@pytest.mark.parametrize(
    "charset", ["idna", "punycode", "undefined", "utf-7", "base64", "unicode_escape", "rot13", "hex", "mbcs", "x-none"]
)
def test_a_charset_that_no_page_is_in_is_passed_over(charset: str) -> None:
    assert "the café, Ana Ruiz said" in decode(page(charset, "cp1252", "We like the café, Ana Ruiz said."), "a")


def test_few_letters_leave_the_declared_encoding_as_it_is() -> None:
    assert "Dvořák came" in decode(page("windows-1250", "cp1250", "Mr Dvořák came to Elna."), "a")
