package io.playcaller.router.delivery.person;

import java.util.List;
import java.util.UUID;

/**
 * Something that one of our people is told and that is about no task. It is told at once, and counts as no interruption: there are few.
 *
 * @param noticeId of what happened: told again, it is the same
 * @param subject in one line
 */
public record Notice(UUID noticeId, String subject, List<String> lines) {

    /** What the purpose of its delivery begins with. */
    public static final String PURPOSE = "notice/";

    public Notice {
        lines = List.copyOf(lines);
    }
}
