package io.playcaller.ingest.register;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.ContractLine;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.ingest.refusal.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the further amounts of a contract's line must be: its ramp, what was used, what is paid once. */
final class LineAmountRules {

    private final ContractLine line;
    private final List<Fault> faults = new ArrayList<>();

    private LineAmountRules(ContractLine line) {
        this.line = line;
    }

    /** All that is wrong with them; {@code at} points to the line. */
    static List<Fault> faults(String at, ContractLine line) {
        LineAmountRules rules = new LineAmountRules(line);
        rules.ramp(at + "/ramp/");
        rules.usage(at + "/usage/");
        if (line.oneTime() != null) {
            rules.amount(at + "/oneTime", line.oneTime());
        }
        return List.copyOf(rules.faults);
    }

    private void ramp(String at) {
        LocalDate before = line.startsOn();
        List<DatedAmount> steps = listed(line.ramp());
        for (int i = 0; i < steps.size(); i++) {
            DatedAmount step = steps.get(i);
            if (!step.on().isAfter(before)) {
                fault(at + i + "/on", "a day after the start and the step before it, " + before, step.on());
            } else if (!line.neverEnds() && !step.on().isBefore(line.endsOn())) {
                fault(at + i + "/on", "a day before the end of the line, " + line.endsOn(), step.on());
            }
            before = step.on();
            amount(at + i + "/amount", step.amount());
        }
        if (!steps.isEmpty() && line.usage() != null) {
            fault(
                    at + "0",
                    "absent where the line is billed by use",
                    steps.get(0).on());
        }
    }

    private void usage(String at) {
        LocalDate before = LocalDate.MIN;
        List<DatedAmount> months = listed(line.usage());
        for (int i = 0; i < months.size(); i++) {
            DatedAmount month = months.get(i);
            if (month.on().getDayOfMonth() != 1 || !month.on().isAfter(before)) {
                fault(at + i + "/on", "the first day of a month after the one before it", month.on());
            }
            before = month.on();
            amount(at + i + "/amount", month.amount());
        }
    }

    private void amount(String at, Money amount) {
        if (amount.minor() < 0) {
            fault(at + "/minor", "0 or more", amount.minor());
        }
        if (!amount.currency().equals(line.arr().currency())) {
            fault(at + "/currency", "the currency of the line, " + line.arr().currency(), amount.currency());
        }
    }

    private void fault(String field, String expected, Object actual) {
        faults.add(new Fault(field, expected, String.valueOf(actual)));
    }

    private static List<DatedAmount> listed(@Nullable List<DatedAmount> amounts) {
        return amounts == null ? List.of() : amounts;
    }
}
