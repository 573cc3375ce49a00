package io.playcaller.lab;

import io.playcaller.health.engine.score.Score;

/** A defect of the engine: what it says depends on when it was asked before. */
public final class DifferentReplayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DifferentReplayException(String unit, Score lived, Score atOnce) {
        super("%s: a life that led there says\n  %s\nand all of it at once says\n  %s".formatted(unit, lived, atOnce));
    }
}
