package io.playcaller.router.task.in;

import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.router.task.out.PgTaskQueries.Position;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended, as clients carry it. */
final class TaskCursor {

    private TaskCursor() {}

    static String of(Position last) {
        String text = last.value().toPlainString() + " " + last.taskId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Position read(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            return new Position(new BigDecimal(text.substring(0, space)), UUID.fromString(text.substring(space + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ProblemException(Problem.badField("cursor", "cursor", "the `next` of the page before", cursor));
        }
    }
}
