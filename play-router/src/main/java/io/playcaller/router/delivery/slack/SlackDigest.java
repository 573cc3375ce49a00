package io.playcaller.router.delivery.slack;

import io.playcaller.router.delivery.person.Digest;
import io.playcaller.router.delivery.person.Digest.Item;
import io.playcaller.router.delivery.person.Digest.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A digest as a message, for who is told nothing by mail. */
public final class SlackDigest {

    private SlackDigest() {}

    public static SlackCard of(Digest digest) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        digest.sections()
                .forEach(section -> blocks.addAll(list(
                        section.title(),
                        section.items().stream().map(Item::words).toList())));
        blocks.addAll(list(
                "Since the last digest", digest.told().stream().map(Told::words).toList()));
        if (digest.more() > 0) {
            blocks.add(SlackCard.section("And " + digest.more() + " more of less value: your inbox has them."));
        }
        return new SlackCard("Your day: " + digest.tasks() + " tasks", blocks);
    }

    /** In as many sections as it takes. */
    private static List<Map<String, Object>> list(String title, List<String> lines) {
        List<Map<String, Object>> sections = new ArrayList<>();
        StringBuilder text = new StringBuilder(SlackText.bold(title));
        for (String line : lines) {
            String next = "\n• " + SlackText.plain(line);
            if (text.length() + next.length() > SlackText.LONGEST) {
                sections.add(SlackCard.section(text.toString()));
                text.setLength(0);
            }
            text.append(next);
        }
        if (!lines.isEmpty()) {
            sections.add(SlackCard.section(text.toString()));
        }
        return sections;
    }
}
