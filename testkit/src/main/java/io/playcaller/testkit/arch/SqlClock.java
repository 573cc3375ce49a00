package io.playcaller.testkit.arch;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/** Finds SQL text that asks a clock of PostgreSQL which neither moves with ours nor is the one for leases. */
final class SqlClock extends ArchCondition<JavaClass> {

    private static final Pattern SQL = Pattern.compile(
            "\\b(select|insert\\s+into|update|delete\\s+from|returning|where)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOREIGN_CLOCK = Pattern.compile(
            "\\b(?:now|transaction_timestamp|statement_timestamp|timeofday)\\s*\\(\\s*\\)"
                    + "|\\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\\b",
            Pattern.CASE_INSENSITIVE);

    SqlClock() {
        super("ask playcaller_now() or clock_timestamp() in SQL");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        StringConstants.of(type).stream()
                .filter(text -> asksForeignClock(text))
                .forEach(text -> events.add(SimpleConditionEvent.violated(
                        type, type.getFullName() + " holds SQL that asks another clock: " + text)));
    }

    static boolean asksForeignClock(String text) {
        return SQL.matcher(text).find() && FOREIGN_CLOCK.matcher(text).find();
    }
}
