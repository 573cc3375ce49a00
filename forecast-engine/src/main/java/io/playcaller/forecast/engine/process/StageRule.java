package io.playcaller.forecast.engine.process;

import java.util.List;

/**
 * A stage of a renewal.
 *
 * @param owner key of the role whose work it is
 * @param exit all that must be true to go beyond it
 */
public record StageRule(String owner, List<Criterion> exit) {

    public StageRule {
        exit = List.copyOf(exit);
    }
}
