package io.playcaller.forecast.process.in;

import io.playcaller.chassis.yaml.YamlMap;
import io.playcaller.forecast.engine.contract.CategoryRule;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.engine.contract.ShortTerms;
import io.playcaller.forecast.engine.process.Checkpoint;
import io.playcaller.forecast.engine.process.DisagreementRule;
import io.playcaller.forecast.engine.process.JudgementRule;
import io.playcaller.forecast.engine.process.OpportunityRule;
import io.playcaller.forecast.engine.process.RenewalProcess;
import io.playcaller.forecast.engine.process.SignalRule;
import io.playcaller.forecast.engine.process.StageRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code renewals.yaml}. */
public final class RenewalsFile {

    private static final Pattern BEFORE = Pattern.compile("T-(\\d{1,4})");
    private static final int MOST_STEPS = 3;
    private static final int MOST_SHORT_DAYS = 360;
    private static final int HUNDRED = 100;
    private static final int HUNDREDTH = 10_000;

    private RenewalsFile() {}

    /** The process that the file states; not to be used when the file has faults. */
    public static RenewalProcess read(YamlMap file) {
        Map<RenewalStage, StageRule> stages = stages(file.map("stages"));
        OpportunityRule opportunities = opportunities(file.map("opportunities"));
        CategoryRule categories = categories(file);
        JudgementRule judgement = judgement(file.map("judgement"));
        DisagreementRule disagreement = disagreement(file.map("disagreement"));
        List<Checkpoint> checkpoints = checkpoints(file);
        SignalRule signals = signals(file.map("signals"));
        ShortTerms shortTerms = shortTerms(file);
        file.rejectUnknown();
        return new RenewalProcess(
                stages, opportunities, categories, judgement, disagreement, checkpoints, signals, shortTerms);
    }

    private static Map<RenewalStage, StageRule> stages(YamlMap map) {
        Map<RenewalStage, StageRule> stages = new EnumMap<>(RenewalStage.class);
        for (RenewalStage stage : RenewalStage.values()) {
            YamlMap rule = map.map(stage.key());
            stages.put(stage, new StageRule(rule.text("owner"), Criteria.read(rule, "exit")));
            rule.rejectUnknown();
        }
        map.rejectUnknown();
        return stages;
    }

    private static OpportunityRule opportunities(YamlMap map) {
        OpportunityRule rule = new OpportunityRule(
                Reading.days(map, "within"),
                Reading.optional(map, "open", key -> Reading.stage(map, key)).orElse(null),
                Reading.optional(map, "won", key -> Reading.stage(map, key)).orElse(null));
        map.rejectUnknown();
        return rule;
    }

    private static CategoryRule categories(YamlMap file) {
        List<YamlMap> maps = file.maps("categories");
        List<CategoryRule.Clause> clauses =
                maps.stream().map(RenewalsFile::clause).toList();
        boolean last = !clauses.isEmpty() && clauses.get(clauses.size() - 1).asksForNothing();
        if (!last && file.has("categories")) {
            file.problem("categories", "ends with an entry that asks for something", "end with {category: best-case}");
        }
        for (int i = 0; i < clauses.size() - 1; i++) {
            if (clauses.get(i).asksForNothing()) {
                maps.get(i).problem("category", "asks for nothing and hides what follows", "move it to the end");
            }
        }
        return last ? new CategoryRule(clauses) : CategoryRule.defaults();
    }

    private static CategoryRule.Clause clause(YamlMap map) {
        CategoryRule.Clause clause = new CategoryRule.Clause(
                Reading.category(map, "category"),
                Reading.optional(map, "below", key -> map.integer(key, 1, HUNDRED) * HUNDREDTH)
                        .orElse(null),
                Reading.optional(map, "from", key -> map.integer(key, 1, HUNDRED) * HUNDREDTH)
                        .orElse(null),
                Reading.optional(map, "stage", key -> Reading.stage(map, key)).orElse(null),
                map.has("end-on-record") && map.bool("end-on-record"),
                map.has("critical-risk") && map.bool("critical-risk"));
        map.rejectUnknown();
        return clause;
    }

    private static JudgementRule judgement(YamlMap map) {
        JudgementRule rule = new JudgementRule(Reading.days(map, "expires"), Reading.days(map, "at-most"));
        if (rule.expiresAfter() > rule.atMost()) {
            map.problem("expires", "is longer than at-most", "write " + rule.atMost() + "d or less");
        }
        if (rule.expiresAfter() < 1 && map.has("expires")) {
            map.problem("expires", "is over at once", "write 1d or more");
        }
        map.rejectUnknown();
        return rule;
    }

    private static DisagreementRule disagreement(YamlMap map) {
        DisagreementRule rule =
                new DisagreementRule(map.integer("steps", 1, MOST_STEPS), map.integer("points", 1, HUNDRED));
        map.rejectUnknown();
        return rule;
    }

    private static SignalRule signals(YamlMap map) {
        SignalRule rule = new SignalRule(
                Reading.days(map, "due-before"),
                Reading.days(map, "due-after"),
                Reading.days(map, "notice-before"),
                Reading.days(map, "plan-within"),
                Reading.days(map, "plan-holds"));
        map.rejectUnknown();
        return rule;
    }

    /** A file of before there was the rule has none: the shipped one holds. */
    private static ShortTerms shortTerms(YamlMap file) {
        if (!file.has("short-terms")) {
            return ShortTerms.defaults();
        }
        YamlMap map = file.map("short-terms");
        ShortTerms rule = new ShortTerms(Reading.days(map, "up-to"), Reading.days(map, "grace"));
        if (rule.upTo() > MOST_SHORT_DAYS) {
            map.problem("up-to", "is not short: an end half a year later is another term anyway", "write 360d or less");
        }
        map.rejectUnknown();
        return rule;
    }

    private static List<Checkpoint> checkpoints(YamlMap file) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (YamlMap map : file.maps("checkpoints")) {
            Checkpoint checkpoint = new Checkpoint(
                    before(map),
                    Reading.severity(map, "severity"),
                    Reading.tiers(map, "tiers"),
                    Criteria.read(map, "needs"));
            checkpoint.tiers().stream()
                    .filter(tier -> !taken.add(checkpoint.key() + " of " + tier))
                    .findFirst()
                    .ifPresent(tier ->
                            map.problem("at", "stands here twice for tier " + tier, "make one checkpoint of both"));
            checkpoints.add(checkpoint);
            map.rejectUnknown();
        }
        return checkpoints;
    }

    private static int before(YamlMap map) {
        String written = map.text("at");
        Matcher matcher = BEFORE.matcher(written);
        if (matcher.matches()) {
            return Integer.parseInt(matcher.group(1));
        }
        if (!written.isEmpty()) {
            map.problem("at", "is no number of days before the renewal is decided: " + written, "write T-90");
        }
        return 0;
    }
}
