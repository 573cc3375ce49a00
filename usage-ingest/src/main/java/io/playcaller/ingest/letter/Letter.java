package io.playcaller.ingest.letter;

import io.playcaller.contracts.deadletter.DeadLetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is kept, whole.
 *
 * @param content null once a person of it was forgotten
 * @param attempts every replay of it, in order
 */
public record Letter(LetterHead head, @Nullable DeadLetter content, List<Attempt> attempts) {

    public Letter {
        attempts = List.copyOf(attempts);
    }
}
