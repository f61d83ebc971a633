"""Persons' names of many languages, in Latin letters, which the corpora have too few of."""

from __future__ import annotations

from anyascii import anyascii

LANGUAGES = """
ar_SA az_AZ bg_BG cs_CZ da_DK de_DE el_GR en_AU en_GB en_IE en_IN en_US es_ES es_MX et_EE fa_IR fi_FI fr_FR hr_HR hu_HU
hy_AM id_ID it_IT ja_JP ka_GE ko_KR lt_LT lv_LV ne_NP nl_NL no_NO pl_PL pt_BR pt_PT ro_RO ru_RU sk_SK sl_SI sv_SE tr_TR
uk_UA vi_VN yo_NG zh_CN zu_ZA
"""
LAST_LATIN = "ɏ"


def persons(number: int, seed: int) -> list[tuple[str, str]]:
    """About so many first names with a last name, as many of each language."""
    from faker import Faker

    found = []
    languages = LANGUAGES.split()
    for language in languages:
        maker = Faker(language)
        maker.seed_instance(seed)
        for _ in range(number // len(languages)):
            name = (latin(maker.first_name()), latin(maker.last_name()))
            if all(part[0].isupper() and part.replace("-", "").replace("'", "").isalpha() for part in name):
                found.append(name)
    return found


def latin(name: str) -> str:
    """The last word of a name; of another script transliterated."""
    word = name.split()[-1]
    return word if max(word) <= LAST_LATIN else anyascii(word).capitalize()
