package io.playcaller.lab.facts;

import io.playcaller.accuracy.rows.RowsException;
import io.playcaller.lab.rows.EventRows;
import io.playcaller.lab.rows.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows become which facts.
 *
 * @param file where it was read
 * @param currency ISO 4217, of what contracts cost
 * @param rules the first that matches a type applies
 */
public record FactMap(String file, String currency, List<FactRule> rules) {

    private static final int MOST_FAULTS = 20;

    public FactMap {
        rules = List.copyOf(rules);
    }

    Optional<FactRule> of(String type) {
        return rules.stream().filter(rule -> rule.matches(type)).findFirst();
    }

    /**
     * Requires a rule for every type, and values that fit.
     *
     * @param path of the rows
     * @throws RowsException listing types without a rule, and the first rows whose value does not fit
     */
    public void requireFitting(EventRows rows, Path path) {
        Map<String, Optional<FactRule>> known = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (String account : rows.accounts()) {
            for (Row row : rows.of(account)) {
                boolean first = !known.containsKey(row.type());
                Optional<FactRule> rule = known.computeIfAbsent(row.type(), this::of);
                if (first && rule.isEmpty()) {
                    faults.add("%s:%d type: %s has no rule for `%s`; add one, of `make: nothing` to pass over it"
                            .formatted(path, row.line(), file, row.type()));
                }
                rule.flatMap(it -> it.making().fault(row))
                        .ifPresent(fault -> faults.add("%s:%d value: %s".formatted(path, row.line(), fault)));
                if (faults.size() >= MOST_FAULTS) {
                    throw new RowsException(faults);
                }
            }
        }
        if (!faults.isEmpty()) {
            throw new RowsException(faults);
        }
    }
}
