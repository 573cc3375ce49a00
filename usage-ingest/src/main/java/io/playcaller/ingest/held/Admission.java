package io.playcaller.ingest.held;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of a delivery may wait, in their order.
 *
 * @param source of all of them
 * @param standing what the table holds before
 */
public record Admission(HoldingPolicy policy, String source, Standing standing) {

    /**
     * What the table says.
     *
     * @param ofSource what of the source waits
     * @param inAll what waits
     * @param known of the delivery's events
     * @param forgotten those of the persons named who were forgotten since the delivery came; hashes
     */
    public record Standing(Amount ofSource, Amount inAll, Known known, Set<String> forgotten) {

        public Standing {
            forgotten = Set.copyOf(forgotten);
        }
    }

    /**
     * Ids that the table has.
     *
     * @param waiting of those that wait
     * @param ending of those that waited in vain, and are becoming letters
     */
    public record Known(Set<String> waiting, Set<String> ending) {

        public Known {
            waiting = Set.copyOf(waiting);
            ending = Set.copyOf(ending);
        }

        private Optional<Answer> answer(String id) {
            if (waiting.contains(id)) {
                return Optional.of(new Answer.WaitsAlready());
            }
            return ending.contains(id) ? Optional.of(new Answer.Ending()) : Optional.empty();
        }

        /** What is said of an event while its source has no room, as was seen before. */
        public Answer whileFull(String id, String why) {
            return answer(id).orElseGet(() -> new Answer.NoRoom(why));
        }
    }

    /** What is said of one event. */
    public sealed interface Answer {

        /** It may wait. */
        record Admitted() implements Answer {}

        /** It waits already. */
        record WaitsAlready() implements Answer {}

        /** It waited in vain and is becoming a letter at this moment; sent again after that it waits anew. */
        record Ending() implements Answer {}

        /** A person whom it names is forgotten at this moment; sent again it is about somebody new. */
        record Forgotten() implements Answer {}

        /** It could never wait. */
        record TooLarge(String why) implements Answer {}

        /** There is no room for it, nor for others of its source. */
        record NoRoom(String why) implements Answer {}
    }

    public List<Answer> of(List<Waiting> events) {
        List<Answer> answers = new ArrayList<>(events.size());
        Amount admitted = Amount.NOTHING;
        for (Waiting event : events) {
            Answer answer = of(event, admitted);
            answers.add(answer);
            admitted = answer instanceof Answer.Admitted ? admitted.plus(event.amount()) : admitted;
        }
        return List.copyOf(answers);
    }

    private Answer of(Waiting event, Amount admitted) {
        return standing.known().answer(event.key().id()).orElseGet(() -> ofNew(event, admitted));
    }

    private Answer ofNew(Waiting event, Amount admitted) {
        if (!Collections.disjoint(event.persons(), standing.forgotten())) {
            return new Answer.Forgotten();
        }
        Optional<String> tooLarge = policy.tooLarge(event.letter().bytes());
        return tooLarge.<Answer>map(Answer.TooLarge::new).orElseGet(() -> room(admitted));
    }

    private Answer room(Amount admitted) {
        Optional<String> none = policy.noRoom(
                source, standing.ofSource().plus(admitted), standing.inAll().plus(admitted));
        return none.<Answer>map(Answer.NoRoom::new).orElseGet(Answer.Admitted::new);
    }
}
