package tsukasa.kernel.feed;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A feed as JSON Feed 1.1.
public final class JsonFeed {
    public static final MediaType TYPE = new MediaType("application", "feed+json", StandardCharsets.UTF_8);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonFeed() {}

    public static byte[] bytes(Feed feed) {
        ObjectNode written = JSON.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", feed.title())
                .put("home_page_url", feed.page());
        if (feed.self() != null) {
            written.put("feed_url", feed.self());
        }
        written.put("language", feed.language().tag());
        ObjectNode author = written.putArray("authors")
                .addObject()
                .put("name", feed.author().name());
        if (feed.author().address() != null) {
            author.put("url", feed.author().address());
        }
        ArrayNode items = written.putArray("items");
        feed.items().forEach(item -> write(items.addObject(), item));
        return JSON.writeValueAsBytes(written);
    }

    private static void write(ObjectNode written, Feed.Item item) {
        written.put("id", item.id())
                .put("url", item.page())
                .put("title", item.title())
                .put("content_text", item.summary());
        if (item.published() != null) {
            written.put("date_published", item.published().toString());
        }
        written.put("date_modified", item.updated().toString());
        ArrayNode tags = written.putArray("tags");
        item.categories().forEach(category -> tags.add(category.shown()));
    }
}
