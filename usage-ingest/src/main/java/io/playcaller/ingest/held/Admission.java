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
     * @param ofSource how many of the source wait
     * @param inAll how many wait
     * @param ids those of the delivery's events that wait already
     * @param forgotten those of the persons named who were forgotten since the delivery came; hashes
     */
    public record Standing(long ofSource, long inAll, Set<String> ids, Set<String> forgotten) {

        public Standing {
            ids = Set.copyOf(ids);
            forgotten = Set.copyOf(forgotten);
        }
    }

    /** What is said of one event. */
    public sealed interface Answer {

        /** It may wait. */
        record Admitted() implements Answer {}

        /** It waits already. */
        record WaitsAlready() implements Answer {}

        /** A person whom it names is forgotten at this moment; sent again it is about somebody new. */
        record Forgotten() implements Answer {}

        /** There is no room for it. */
        record NoRoom(String why) implements Answer {}
    }

    public List<Answer> of(List<Waiting> events) {
        List<Answer> answers = new ArrayList<>(events.size());
        int admitted = 0;
        for (Waiting event : events) {
            Answer answer = of(event, admitted);
            answers.add(answer);
            admitted += answer instanceof Answer.Admitted ? 1 : 0;
        }
        return List.copyOf(answers);
    }

    private Answer of(Waiting event, int admitted) {
        if (standing.ids().contains(event.key().id())) {
            return new Answer.WaitsAlready();
        }
        if (!Collections.disjoint(event.persons(), standing.forgotten())) {
            return new Answer.Forgotten();
        }
        Optional<String> noRoom = policy.noRoom(source, standing.ofSource() + admitted, standing.inAll() + admitted);
        return noRoom.<Answer>map(Answer.NoRoom::new).orElseGet(Answer.Admitted::new);
    }
}
