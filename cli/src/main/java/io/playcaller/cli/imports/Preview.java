package io.playcaller.cli.imports;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The survey for people: per field its fill rate and what has no translation, and accounts matched and unmatched. */
final class Preview {

    private static final int SHOWN = 5;

    private final Survey survey;
    private final Predicate<String> registered;

    /** @param registered whether the register knows an account that the files do not describe */
    Preview(Survey survey, Predicate<String> registered) {
        this.survey = survey;
        this.registered = registered;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        survey.sections().values().forEach(section -> section(section, lines));
        accounts(lines);
        lines.add("");
        lines.add("The last thing happened on %s. Nothing was written."
                .formatted(survey.newest().truncatedTo(ChronoUnit.SECONDS)));
        return lines;
    }

    private static void section(SectionSurvey section, List<String> lines) {
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: %,d rows%s",
                section.section().title(),
                section.rows(),
                section.takenRows() == section.rows()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %,d taken (the others have no %s)",
                                section.takenRows(),
                                section.section().whenFilled())));
        section.fields().forEach((name, field) -> field(name, field, section.takenRows(), lines));
        section.notes()
                .forEach((note, rows) ->
                        lines.add(String.format(Locale.ROOT, "  note: %,d rows %s", rows, note.text())));
    }

    private static void field(String name, SectionSurvey.FieldSurvey field, long rows, List<String> lines) {
        double percent = rows == 0 ? 0 : 100.0 * field.present() / rows;
        String trouble = field.faulty() == 0 ? "" : String.format(Locale.ROOT, "   %,d cannot be used", field.faulty());
        lines.add(String.format(Locale.ROOT, "  %-16s %5.1f%% filled%s", name, percent, trouble));
        field.faults().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN)
                .forEach(fault ->
                        lines.add(String.format(Locale.ROOT, "      %,8d × %s", fault.getValue(), fault.getKey())));
    }

    private void accounts(List<String> lines) {
        Set<String> named = new TreeSet<>();
        survey.sections().values().forEach(section -> named.addAll(section.accounts()));
        Set<String> unmatched = new TreeSet<>(named);
        unmatched.removeAll(survey.accounts());
        unmatched.removeIf(registered);
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "accounts: %,d described, %,d named by rows: %,d matched, %,d unmatched",
                survey.accounts().size(),
                named.size(),
                named.size() - unmatched.size(),
                unmatched.size()));
        unmatched.stream().limit(SHOWN).forEach(id -> lines.add("      unmatched: " + id));
    }
}
