package io.playcaller.router.delivery.mail;

import io.playcaller.router.delivery.person.Notice;
import java.util.stream.Collectors;

/** A notice as a letter. */
public final class NoticeLetter {

    private NoticeLetter() {}

    public static Letter of(Notice notice, Reader reader, Threads threads) {
        String paragraphs = notice.lines().stream()
                .map(line -> "<p>" + Html.escape(line) + "</p>")
                .collect(Collectors.joining("\n"));
        return new Letter(
                reader.person().email(),
                notice.subject(),
                String.join("\n\n", notice.lines()) + "\n",
                "<!doctype html>\n<html lang=\"en\"><body style=\"font-family:sans-serif;max-width:40em\">\n"
                        + paragraphs + "\n</body></html>\n",
                threads.of(notice.noticeId(), reader.person().staffId()));
    }
}
