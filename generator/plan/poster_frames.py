"""The frame of posters that belong to no single item: timetables, issue boards, contact cards."""

from datetime import date

from msgspec.structs import replace

from generator.model.committee import Compound
from generator.model.site import fill_footer
from generator.plan import addresses
from generator.plan.context import Context, bare_url
from generator.plan.variants import poster_defaults, poster_variant
from generator.plan.views import PhoneView, PosterFrame, Variant


def compound_frame(
    context: Context, compound: Compound, *, code: str, page: str, title: str = "",
    dated: date | None = None,
) -> PosterFrame:  # fmt: skip
    """Return the frame of a poster for one compound, which stays up until it is replaced.

    `code` is that of its short address, `page` the page that tells the same; `dated` is the day
    of the newest of its facts.
    """
    committee = context.board.committee(compound.owner)
    url = context.short_url(code)
    return PosterFrame(
        source="",
        site_name=context.board.site.name,
        language=context.board.site.language,
        committee=committee.name,
        compound=compound.name,
        title=title,
        published=dated,
        take_down=None,
        office_phone=context.office_phone(compound.owner),
        footer=fill_footer(
            poster_defaults(context.board, compound).footer,
            dated,
            None,
            language=context.board.site.language,
        ),
        url=url,
        short_url=bare_url(url),
        variant=poster_variant(context.board, compound),
        page=page,
        dated=dated,
    )


def span_frame(context: Context, compound: Compound, first: date, last: date) -> PosterFrame:
    """Return the frame of a poster that tells of some days and comes down after the last."""
    page = addresses.of_compound(compound.id)
    footer = fill_footer(
        poster_defaults(context.board, compound).footer,
        None,
        last,
        language=context.board.site.language,
    )
    frame = compound_frame(context, compound, code=compound.id, page=page)
    return replace(frame, take_down=last, footer=footer, dated=first)


def office_phones(context: Context, compound: Compound) -> list[PhoneView]:
    """Return the phone of the committee that a compound belongs to, if it has one."""
    committee = context.board.committee(compound.owner)
    return [PhoneView(committee.name, committee.phone)] if committee.phone else []


def street_frame(
    context: Context, *, code: str, page: str, variant: Variant, dated: date | None
) -> PosterFrame:
    """Return the frame of a poster of the street office for all compounds."""
    site, url = context.board.site, context.short_url(code)
    return PosterFrame(
        source="",
        site_name=site.name,
        language=site.language,
        committee=site.name,
        compound="",
        title="",
        published=dated,
        take_down=None,
        office_phone=context.office_phone(None),
        footer=fill_footer(site.posters.footer, dated, None, language=site.language),
        url=url,
        short_url=bare_url(url),
        variant=variant,
        page=page,
        dated=dated,
    )
