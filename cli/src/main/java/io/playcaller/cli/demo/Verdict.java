package io.playcaller.cli.demo;

import io.playcaller.contracts.reason.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Compares what should have fired with what did, per persona. Pure. */
final class Verdict {

    private final Truth truth;
    private final Map<String, Line> byPersona = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();

    /**
     * @param accountId empty for a signal of no account
     * @param backfill whether it was found by the import
     * @param hasTask whether it became a task
     */
    record Fired(String accountId, Reason reason, boolean backfill, boolean hasTask, String sentence) {}

    private static final class Line {
        private int expected;
        private int found;
        private int missing;
        private int extra;
    }

    private Verdict(Truth truth) {
        this.truth = truth;
    }

    static Verdict of(Truth truth, List<Fired> fired) {
        Verdict verdict = new Verdict(truth);
        for (Truth.Expected account : truth.accounts()) {
            verdict.account(
                    account,
                    fired.stream()
                            .filter(one -> one.accountId().equals(account.accountId()))
                            .toList());
        }
        verdict.source(fired);
        return verdict;
    }

    private void account(Truth.Expected account, List<Fired> fired) {
        Line line = byPersona.computeIfAbsent(account.persona(), key -> new Line());
        List<Fired> extra = new ArrayList<>(fired);
        if (account.fires() != Truth.Fires.NOTHING) {
            String how = account.fires() == Truth.Fires.LIVE ? ", with a task" : ", into triage";
            expect(line, account, account.reasons(), how, extra, one -> matches(account, one));
        }
        for (Reason besides : account.besides()) {
            List<Reason> reason = List.of(besides);
            expect(line, account, reason, ", into triage", extra, one -> one.backfill() && one.reason() == besides);
        }
        if (account.fires() == Truth.Fires.TRIAGE) {
            extra.removeIf(one -> matches(account, one));
        }
        line.extra += extra.size();
        extra.forEach(one -> differences.add("extra: %s (%s, %s) made %s fire: %s"
                .formatted(
                        account.accountId(),
                        account.name(),
                        account.persona(),
                        one.reason().code(),
                        one.sentence())));
    }

    /** One signal must be there; it is taken out of those that nobody asked for yet. */
    private void expect(
            Line line,
            Truth.Expected account,
            List<Reason> reasons,
            String how,
            List<Fired> left,
            Predicate<Fired> wanted) {
        line.expected++;
        Fired match = left.stream().filter(wanted).findFirst().orElse(null);
        if (match == null) {
            line.missing++;
            differences.add("missing: %s (%s, %s) should have made %s fire%s"
                    .formatted(account.accountId(), account.name(), account.persona(), codes(reasons), how));
        } else {
            line.found++;
            left.remove(match);
        }
    }

    private static boolean matches(Truth.Expected account, Fired fired) {
        boolean how = account.fires() == Truth.Fires.LIVE ? !fired.backfill() && fired.hasTask() : fired.backfill();
        return how && Set.copyOf(account.reasons()).contains(fired.reason());
    }

    private void source(List<Fired> fired) {
        Line line = byPersona.computeIfAbsent("the silent source", key -> new Line());
        line.expected++;
        long found = fired.stream()
                .filter(one -> one.reason() == Reason.DQ_SOURCE_SILENT && one.hasTask())
                .count();
        line.found += found > 0 ? 1 : 0;
        line.extra += (int) Math.max(0, found - 1);
        if (found == 0) {
            line.missing++;
            differences.add("missing: source %s should have made %s fire, with a task"
                    .formatted(truth.silentSource(), Reason.DQ_SOURCE_SILENT.code()));
        }
    }

    private static String codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).limit(3).toList().toString();
    }

    boolean asExpected() {
        return differences.isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-18s %9s %9s %9s %9s", "persona", "expected", "found", "missing", "extra"));
        byPersona.forEach((persona, line) -> lines.add(String.format(
                Locale.ROOT, "%-18s %9d %9d %9d %9d", persona, line.expected, line.found, line.missing, line.extra)));
        lines.addAll(differences);
        lines.add(asExpected() ? "All as it should be." : "%d differences.".formatted(differences.size()));
        return lines;
    }
}
