package io.playcaller.ingest.letter.app;

import io.playcaller.chassis.topics.TopicNames;
import io.playcaller.contracts.Topic;
import io.playcaller.contracts.deadletter.DeadLetter;
import io.playcaller.ingest.letter.Way;
import jakarta.enterprise.context.ApplicationScoped;

/** How letters are replayed in this installation, whose topics may have a prefix. */
@ApplicationScoped
public class LetterWays {

    private final String signals;

    public LetterWays(TopicNames topics) {
        this.signals = topics.of(Topic.SIGNALS);
    }

    public Way of(DeadLetter letter) {
        return Way.of(letter, signals);
    }
}
