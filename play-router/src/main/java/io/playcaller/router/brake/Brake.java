package io.playcaller.router.brake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The brake at one instant.
 *
 * @param begun runs that began within the hour, by the key of their play
 */
public record Brake(BrakeLimits limits, Map<String, Integer> begun) {

    public Brake {
        begun = Map.copyOf(begun);
    }

    /**
     * A run that would begin.
     *
     * @param episodeId of the signal that begins it
     * @param play key
     * @param heldOut whether its lot left the account alone: it is no work and takes no room, and is held where a run in the other arm would be
     */
    public record Run(UUID episodeId, String play, boolean heldOut) {

        /** One that makes work. */
        public Run(UUID episodeId, String play) {
            this(episodeId, play, false);
        }
    }

    /** All runs of the hour. */
    public int total() {
        return begun.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of runs in the order in which they would begin, those that are too many, by episode, with why. */
    public Map<UUID, String> tooMany(List<Run> runs) {
        Map<UUID, String> over = new LinkedHashMap<>();
        Map<String, Integer> byPlay = new HashMap<>(begun);
        int total = total();
        for (Run run : runs) {
            if (byPlay.getOrDefault(run.play(), 0) >= limits.of(run.play())) {
                over.put(run.episodeId(), "Runs of play " + run.play() + limit(limits.of(run.play())));
            } else if (total >= limits.total()) {
                over.put(run.episodeId(), "Runs of all plays" + limit(limits.total()));
            } else if (!run.heldOut()) {
                byPlay.merge(run.play(), 1, Integer::sum);
                total++;
            }
        }
        return over;
    }

    private static String limit(int limit) {
        return " that began within the hour: " + limit + ", and no more may begin. It waits until somebody releases or"
                + " discards it; no clock runs.";
    }

    /**
     * Decides anew, with what was too many held back, until nothing is: what is held may have had others join it, which then
     * begin runs of their own.
     *
     * @param decided what was decided with nothing held back
     * @param runs that a decision begins, without those that a person let begin
     * @param decide with these episodes held back, with why
     */
    public <D> D settle(D decided, Function<D, List<Run>> runs, Function<Map<UUID, String>, D> decide) {
        Map<UUID, String> held = new HashMap<>();
        D settled = decided;
        for (Map<UUID, String> over = tooMany(runs.apply(settled)); !over.isEmpty(); ) {
            held.putAll(over);
            settled = decide.apply(Map.copyOf(held));
            over = tooMany(runs.apply(settled));
        }
        return settled;
    }
}
