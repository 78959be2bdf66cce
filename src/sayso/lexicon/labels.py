"""What stands before a colon, or over a quotation, and speaks no words: "Note:", "Read more:", "Score:"."""

from sayso.lexicon.english import words

NO_SPEAKER = words(
    """
    note notes update updates updated correction corrections clarification warning editor's editor’s disclaimer
    disclosure photo photos picture image video audio watch listen read related more see also source sources credit
    caption date time when where location place venue price cost tickets admission contact phone email e-mail tel fax
    address website web info information details hours call claim verdict rating ruling fact facts fiction myth truth
    lie pros cons pro con score result results final status subject re from to cc title topic tags tag keywords
    category categories filed posted published author step tip tips example answer-key ingredients serves directions
    name age city job breaking live exclusive developing analysis opinion poll previously background context bottom
    line takeaway why what who how next chapter part scene episode page section round day week volume number verse
    """
)
"""First and last words of labels that stand before no one's words."""
