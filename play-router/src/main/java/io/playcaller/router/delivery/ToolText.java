package io.playcaller.router.delivery;

import io.playcaller.contracts.Money;
import io.playcaller.router.staff.StaffMember;
import io.playcaller.router.task.Task;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A task in words, for whoever reads it in another tool. Plain text, a paragraph a line, well below what tools take. */
final class ToolText {

    private static final int EVIDENCE = 5;
    private static final int LONGEST = 8_000;

    private ToolText() {}

    static String of(Task task, String precision, Optional<StaffMember> person, String tool) {
        List<String> lines = new ArrayList<>();
        lines.add(task.order().ask());
        lines.add(task.signal().sentence() + ".");
        task.signal().evidence().stream().limit(EVIDENCE).forEach(one -> lines.add("– " + one.sentence()));
        if (!precision.isEmpty()) {
            lines.add(precision);
        }
        Money value = task.signal().valueAtRisk();
        if (value != null) {
            lines.add("Value at risk: " + amount(value));
        }
        lines.add(task.assignment().sentence());
        person.filter(one -> one.identityIn(tool).isEmpty())
                .ifPresent(one ->
                        lines.add("For " + one.name() + " (" + one.email() + "), whose id here the directory lacks."));
        lines.add("Playcaller task " + task.taskId());
        String text = String.join("\n", lines);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String amount(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.minor(), digits).toPlainString() + " " + money.currency();
    }
}
