package io.playcaller.lab.simulate;

import io.playcaller.health.engine.HealthEngine;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.lab.rows.Label;
import io.playcaller.lab.simulate.Simulated.Pair;
import io.playcaller.lab.simulate.Simulated.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Replays a log by the model in force and by a candidate, partition by partition, and sets them side by side. */
public final class Simulation {

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        void at(int partitions, int of);
    }

    /**
     * What is asked.
     *
     * @param since how much of the end of the log counts; before it is only lived through
     * @param ahead how long before a contract ends a warning would have counted
     * @param labels how it ended, where the register does not say; empty goes by the contracts
     */
    public record Question(Duration since, Duration ahead, List<Label> labels) {

        public Question {
            labels = List.copyOf(labels);
        }
    }

    private final HealthModel inForce;
    private final HealthModel candidate;
    private final Question question;

    public Simulation(HealthModel inForce, HealthModel candidate, Question question) {
        this.inForce = inForce;
        this.candidate = candidate;
        this.question = question;
    }

    public Simulated of(LogSource log, Progress progress) {
        HealthEngine now = new HealthEngine(inForce);
        HealthEngine then = new HealthEngine(candidate);
        Comparison comparison = new Comparison(question);
        List<Integer> partitions = log.partitions();
        int done = 0;
        for (int partition : partitions) {
            PartitionReplay replay = new PartitionReplay(now, then, question.ahead());
            long unreadable = log.forEach(partition, replay::read);
            replay.end();
            comparison.add(replay, unreadable);
            progress.at(++done, partitions.size());
        }
        return comparison.result(new Pair<>(version(inForce), version(candidate)));
    }

    private static Version version(HealthModel model) {
        return new Version(model.version(), model.contentHash());
    }

    /** Of a label's account in this partition; those of other partitions are theirs. */
    static List<Outcome> labelled(List<Label> labels, PartitionReplay replay) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Label label : labels) {
            if (replay.firstHeard.containsKey(label.account())) {
                outcomes.add(new Outcome(label.account(), label.at(), null, label.bad()));
            }
        }
        return outcomes;
    }
}
