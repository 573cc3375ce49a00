package io.playcaller.ingest.letter.app;

import io.playcaller.ingest.letter.Letter;
import io.playcaller.ingest.letter.LetterFilter;
import io.playcaller.ingest.letter.LetterHead;
import io.playcaller.ingest.letter.NewLetter;
import io.playcaller.ingest.letter.Position;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of letters. */
public interface Letters {

    /** How many letters there are for a reason, and whether they can be replayed. */
    record Count(String reason, boolean replayable, long letters) {}

    /** Stores those that it does not have; of those who were forgotten since they were written without what they held. */
    Uni<Void> store(List<NewLetter> letters);

    /** The newest first. */
    Uni<List<LetterHead>> newest(LetterFilter filter, @Nullable Position after, int limit);

    /** The oldest first, whole but without their attempts. */
    Uni<List<Letter>> oldest(LetterFilter filter, @Nullable Position after, int limit);

    Uni<Optional<Letter>> find(String letterId);

    Uni<List<Count>> count(LetterFilter filter);
}
