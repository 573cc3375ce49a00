package io.playcaller.router.play;

/** Who does a step. */
public enum StepKind {
    /** One of ours, with a task. */
    HUMAN,
    /** A message to a contact of the customer; held while one of ours has a task of the same run. */
    DIGITAL
}
