"""What a page tells to programs as JSON-LD in the words of https://schema.org.

Only facts that the view has are said, and a fact that is not known is left out: a program must not
learn more than a reader. Addresses are absolute, so a site without one says nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.plan.views import (
    ArticleData,
    Head,
    OccurrenceData,
    OfficeData,
    PublisherData,
    ServiceData,
    ShareImage,
    StructuredData,
    WebSiteData,
    WeeklyHours,
)
from generator.render.discovery import page_url

Node = dict[str, Any]

_CONTEXT = "https://schema.org"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CURRENCY = "CNY"


class PageDescriber:
    """Describes one page: what it is about, and where it stands in the site."""

    def __init__(self, site_url: str, address: str, title: str, head: Head) -> None:
        self._site_url = site_url
        self._url = page_url(site_url, address)
        self._title = title
        self._head = head

    def describe(self) -> Node | None:
        """Return the graph of the page; None for a page of which there is nothing to say."""
        nodes = [self._describe(data) for data in self._head.data]
        if self._head.crumbs:
            nodes.append(self._breadcrumbs())
        return {"@context": _CONTEXT, "@graph": nodes} if nodes else None

    def _describe(self, data: StructuredData) -> Node:
        match data:
            case OccurrenceData():
                return self._occurrence(data)
            case ServiceData():
                return self._service(data)
            case ArticleData():
                return self._article(data)
            case OfficeData():
                return self._office(data)
            case WebSiteData():
                return self._site(data)

    def _breadcrumbs(self) -> Node:
        steps = [(c.text, page_url(self._site_url, c.address)) for c in self._head.crumbs]
        steps.append((self._title, self._url))
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": name, "item": url}
                for number, (name, url) in enumerate(steps, 1)
            ],
        }

    def _occurrence(self, data: OccurrenceData) -> Node:
        status = (
            "Cancelled" if data.cancelled else "Rescheduled" if data.moved_from else "Scheduled"
        )
        return _known(
            {
                "@type": "Event",
                "name": self._title,
                "description": self._head.description,
                "url": self._url,
                "image": self._image(self._head.image),
                "startDate": data.start,
                "endDate": data.end,
                "previousStartDate": data.moved_from,
                "eventStatus": f"https://schema.org/Event{status}",
                "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                "location": _place(data.place, data.place_address),
                "organizer": self._publisher(data.organizer),
                "isAccessibleForFree": data.free or None,
                "offers": self._free_offer() if data.free and not data.cancelled else None,
            }
        )

    def _service(self, data: ServiceData) -> Node:
        channel = _known(
            {
                "@type": "ServiceChannel",
                "serviceLocation": _place(data.place, None) if data.place else None,
                "servicePhone": _phone(data.phone),
            }
        )
        audience = {"@type": "Audience", "audienceType": data.audience} if data.audience else None
        return _known(
            {
                "@type": "GovernmentService",
                "name": data.name,
                "url": self._url,
                "provider": self._publisher(data.provider),
                "areaServed": _areas(data.areas),
                "audience": audience,
                "availableChannel": channel,
                "hoursAvailable": [
                    spec
                    | {
                        "validFrom": data.valid_first.isoformat(),
                        "validThrough": data.valid_last.isoformat(),
                    }
                    for spec in _opening_hours(data.hours)
                ],
                "offers": self._free_offer() if data.free else None,
            }
        )

    def _article(self, data: ArticleData) -> Node:
        publisher = self._publisher(data.publisher)
        head = self._head
        return _known(
            {
                "@type": "Article",
                "headline": self._title,
                "description": head.description,
                "mainEntityOfPage": self._url,
                "image": self._image(head.image),
                "datePublished": head.published.isoformat() if head.published else None,
                "dateModified": head.changed.isoformat() if head.changed else None,
                # The content does not say whether an author is a person or an office.
                "author": {"@type": "Organization", "name": data.author}
                if data.author
                else publisher,
                "publisher": publisher,
            }
        )

    def _office(self, data: OfficeData) -> Node:
        return _known(
            {
                "@type": "GovernmentOffice",
                "name": data.name,
                "url": self._url,
                "telephone": data.phone,
                "address": data.place,
                "areaServed": _areas(data.areas),
                "openingHoursSpecification": list(_opening_hours(data.hours)),
            }
        )

    def _site(self, data: WebSiteData) -> Node:
        street = PublisherData(data.name, "index.html", data.phone)
        return {
            "@type": "WebSite",
            "name": data.name,
            "url": self._site_url,
            "publisher": self._publisher(street),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": f"{page_url(self._site_url, data.search)}?q={{search_term}}",
                },
                "query-input": "required name=search_term",
            },
        }

    def _publisher(self, data: PublisherData) -> Node:
        return _known(
            {
                "@type": "GovernmentOrganization",
                "name": data.name,
                "url": page_url(self._site_url, data.address),
                "telephone": data.phone,
            }
        )

    def _image(self, image: ShareImage | None) -> str | None:
        return page_url(self._site_url, image.address) if image else None

    def _free_offer(self) -> Node:
        return {"@type": "Offer", "price": 0, "priceCurrency": _CURRENCY, "url": self._url}


def _place(name: str, address: str | None) -> Node:
    """Return a place; where no address is known, its name is what people find it by."""
    return {"@type": "Place", "name": name, "address": address or name}


def _phone(number: str | None) -> Node | None:
    return {"@type": "ContactPoint", "telephone": number} if number else None


def _areas(names: Iterable[str]) -> list[Node]:
    return [{"@type": "Place", "name": name} for name in names]


def _opening_hours(hours: Iterable[WeeklyHours]) -> Iterator[Node]:
    for each in hours:
        yield {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"https://schema.org/{_WEEKDAYS[number]}" for number in each.weekdays],
            "opens": _clock(each.opens),
            "closes": _clock(each.closes),
        }


def _clock(minute: int) -> str:
    """Return a time of day; the last one is 23:59, for schema.org takes 00:00 for the morning."""
    return f"{minute // 60:02}:{minute % 60:02}" if minute < 24 * 60 else "23:59"


def _known(node: Node) -> Node:
    """Return a node without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, [], "")}
