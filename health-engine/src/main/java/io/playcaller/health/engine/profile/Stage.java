package io.playcaller.health.engine.profile;

import io.playcaller.health.engine.model.StageRule;

/** The stage in which an account is, since when and why. */
public record Stage(StageRule rule, Moment since) {

    public String name() {
        return rule.name();
    }
}
