"""What templates see: small frozen records, one for each kind of page.

A view holds exactly the facts its page shows, already chosen, sorted and dated; never the board.
Its `repr` is what the artifact's key is made of, so a view holds only values whose `repr` is the
same for the same facts: text, numbers, dates, enumerations' text, tuples and other views.

Addresses are paths from the site's root (`compounds/hexie.html`); templates turn them into links
relative to their own page. Times of day are minutes after midnight. Text fields come from the
content or from the language of times; words such as 周三 or 公示 are the theme's.

`pieces` are shared; `pages`, `posters`, `feeds` and `files` have a view for each kind of artifact.
"""

from generator.plan.views.feeds import (
    CalendarFeed,
    FeedEvent,
    Recurrence,
)
from generator.plan.views.files import (
    FileView,
)
from generator.plan.views.pages import (
    ArchiveMonth,
    ArchivePage,
    CommitteeLink,
    CommitteePage,
    CompoundLink,
    CompoundPage,
    EventPage,
    GroupPage,
    HomePage,
    IssuePage,
    ItemFrame,
    NotFoundPage,
    NoticePage,
    PageView,
    RedirectPage,
    ReviewCard,
    ReviewPage,
    ServicePage,
    ThemeView,
)
from generator.plan.views.pieces import (
    Card,
    DayView,
    Entry,
    EventParts,
    FigureView,
    FormFieldView,
    Frame,
    GridView,
    Head,
    IssueCard,
    Link,
    NoticeParts,
    PhoneView,
    PosterLink,
    ProseView,
    ServiceCard,
    ServiceLine,
    StepView,
    SuspensionView,
)
from generator.plan.views.poster_frame import PosterFrame, Variant
from generator.plan.views.posters import (
    DigestPoster,
    EventPoster,
    NoticePoster,
    PosterView,
    TimetablePoster,
)

View = PageView | PosterView | CalendarFeed | FileView

__all__ = [
    "ArchiveMonth",
    "ArchivePage",
    "CalendarFeed",
    "Card",
    "CommitteeLink",
    "CommitteePage",
    "CompoundLink",
    "CompoundPage",
    "DayView",
    "DigestPoster",
    "Entry",
    "EventPage",
    "EventParts",
    "EventPoster",
    "FeedEvent",
    "FigureView",
    "FileView",
    "FormFieldView",
    "Frame",
    "GridView",
    "GroupPage",
    "Head",
    "HomePage",
    "IssueCard",
    "IssuePage",
    "ItemFrame",
    "Link",
    "NotFoundPage",
    "NoticePage",
    "NoticeParts",
    "NoticePoster",
    "PageView",
    "PhoneView",
    "PosterFrame",
    "PosterLink",
    "PosterView",
    "ProseView",
    "Recurrence",
    "RedirectPage",
    "ReviewCard",
    "ReviewPage",
    "ServiceCard",
    "ServiceLine",
    "ServicePage",
    "StepView",
    "SuspensionView",
    "ThemeView",
    "TimetablePoster",
    "Variant",
    "View",
]
