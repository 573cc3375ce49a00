package io.playcaller.forecast.meeting.in;

import io.playcaller.forecast.meeting.Decision;
import io.playcaller.forecast.meeting.Packet;
import io.playcaller.forecast.meeting.Section;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A packet as Markdown (GitHub's tables), to be pasted where people meet. */
final class PacketMarkdown {

    private PacketMarkdown() {}

    static String of(Packet packet) {
        StringBuilder text = new StringBuilder();
        text.append("# %s meeting, %s\n\nWhat changed since %s; made at %s."
                .formatted(capitalised(packet.kind()), packet.day(), packet.since(), packet.madeAt()));
        packet.sections().forEach(section -> section(text, section));
        decisions(text, "Decided", packet.decided());
        decisions(text, "Carried over", packet.open());
        return text.append('\n').toString();
    }

    private static void section(StringBuilder text, Section section) {
        text.append("\n\n## ").append(section.title()).append("\n\n");
        text.append("*%s. One row: %s; currencies: %s; n = %d%s.*\n"
                .formatted(
                        plain(section.definition()),
                        section.grain(),
                        section.currencyRule(),
                        section.n(),
                        section.rows().size() < section.n()
                                ? ", the first " + section.rows().size()
                                : ""));
        if (section.notAvailable() != null) {
            text.append("\nNot available, because ")
                    .append(plain(section.notAvailable()))
                    .append('.');
        } else if (section.rows().isEmpty()) {
            text.append("\nNone.");
        } else {
            table(text, section.columns(), section.rows());
        }
    }

    private static void decisions(StringBuilder text, String title, List<Decision> decisions) {
        text.append("\n\n## ").append(title).append("\n");
        if (decisions.isEmpty()) {
            text.append("\nNone.");
        }
        for (Decision decision : decisions) {
            text.append("\n- [%s] %s (%s, due %s%s)"
                    .formatted(
                            decision.doneAt() == null ? " " : "x",
                            plain(decision.what()),
                            plain(decision.owner()),
                            decision.dueOn(),
                            decision.accountId() == null ? "" : ", " + plain(decision.accountId())));
        }
    }

    private static void table(StringBuilder text, List<String> columns, List<List<@Nullable Object>> rows) {
        line(text, columns);
        line(text, Collections.nCopies(columns.size(), "---"));
        rows.forEach(row -> line(
                text,
                row.stream().map(cell -> plain(Objects.toString(cell, ""))).toList()));
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "\n| ", " |")));
    }

    /** Names are of others: they may neither break a table nor carry markup. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\|`*_<>\\[\\]#])", "\\\\$1");
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
