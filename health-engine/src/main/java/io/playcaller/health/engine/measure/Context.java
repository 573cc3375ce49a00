package io.playcaller.health.engine.measure;

import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.model.HealthModel;
import io.playcaller.health.engine.model.MeasureKind;
import io.playcaller.health.engine.profile.Commercial;

/** What a measure is a function of: the facts as they stood, what the contracts add up to, and the model. */
public record Context(HealthModel model, View view, Commercial commercial) {

    public static Context of(HealthModel model, View view) {
        return new Context(
                model, view, Commercial.of(view, model.profile().stages().anewAfterDays()));
    }

    /** How many days back a measure looks. */
    int days(MeasureKind kind) {
        return model.scoring().windows().of(kind);
    }

    UsageFacts usage() {
        return view.facts().usage();
    }
}
