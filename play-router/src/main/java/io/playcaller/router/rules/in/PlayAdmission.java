package io.playcaller.router.rules.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.router.play.Admission;
import io.playcaller.router.play.Eligibility;
import io.playcaller.router.play.Frequency;
import java.util.Set;

/** What a play of {@code plays.yaml} says of the accounts that it is for, and of how often it runs on one. */
final class PlayAdmission {

    private PlayAdmission() {}

    static Admission read(YamlMap play) {
        return new Admission(
                play.has("eligible") ? eligibility(play.map("eligible")) : Eligibility.ANY,
                frequency(play),
                priority(play));
    }

    static int priority(YamlMap play) {
        return play.has("priority") ? play.integer("priority", 1, 999) : Admission.USUAL_PRIORITY;
    }

    private static Eligibility eligibility(YamlMap map) {
        Set<String> notAccounts = Set.of();
        Set<String> notStages = Set.of();
        if (map.has("except")) {
            YamlMap except = map.map("except");
            notAccounts = Reading.words(except, "accounts");
            notStages = Reading.words(except, "stages");
            except.rejectUnknown();
        }
        Eligibility eligibility = new Eligibility(
                Reading.words(map, "segments"),
                Reading.words(map, "stages"),
                map.has("min-value-at-risk") ? map.integer("min-value-at-risk", 1, Integer.MAX_VALUE) : 0,
                notAccounts,
                notStages);
        map.rejectUnknown();
        return eligibility;
    }

    private static Frequency frequency(YamlMap play) {
        int cooldown = Reading.days(play, "cooldown").orElse(0);
        if (!play.has("at-most")) {
            return new Frequency(cooldown, 0, 0);
        }
        YamlMap most = play.map("at-most");
        Frequency frequency = new Frequency(cooldown, most.integer("runs", 1, 100), most.integer("days", 1, 1_000));
        most.rejectUnknown();
        return frequency;
    }
}
