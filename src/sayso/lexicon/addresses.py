"""Words in addresses of articles that tell a form and no section: /article/, /story/, /wiki/."""

from typing import Final

FORMS: Final = frozenset(
    {
        *("amp", "archive", "archives", "article", "articles", "author", "authors", "blog", "blogs", "category"),
        *("content", "docs", "doi", "entry", "eng", "feature", "features", "html", "index", "item", "live", "media"),
        *("node", "page", "pages", "post", "posts", "section", "sections", "site", "sites", "slideshow", "stories"),
        *("story", "tag", "tags", "topic", "topics", "video", "videos", "view", "web", "wiki"),
    }
)
