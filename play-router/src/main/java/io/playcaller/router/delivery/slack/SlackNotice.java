package io.playcaller.router.delivery.slack;

import io.playcaller.router.delivery.person.Notice;
import java.util.List;
import java.util.stream.Collectors;

/** A notice as a message. */
public final class SlackNotice {

    private SlackNotice() {}

    public static SlackCard of(Notice notice) {
        String text = SlackText.bold(notice.subject())
                + notice.lines().stream()
                        .map(line -> "\n" + SlackText.plain(line))
                        .collect(Collectors.joining());
        return new SlackCard(notice.subject(), List.of(SlackCard.section(text)));
    }
}
