package io.playcaller.cli;

import io.playcaller.contracts.Shown;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What people see: plain lines, and on a terminal one last line that changes. */
public final class Terminal {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean interactive;
    private String live = "";

    public Terminal(PrintWriter out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** With a changing line only where somebody watches, which the script can tell. */
    public static Terminal of(PrintWriter out) {
        return new Terminal(out, Boolean.getBoolean("playcaller.terminal"));
    }

    /** What a command says. */
    public static Terminal of(CommandSpec command) {
        return of(command.commandLine().getOut());
    }

    /** How far a command is, beside what it says. */
    public static Terminal ofProgress(CommandSpec command) {
        return of(command.commandLine().getErr());
    }

    public boolean interactive() {
        return interactive;
    }

    public void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    public void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** Lines that have words of others in them: nothing of these moves a cursor, colours or turns what follows. */
    public void printable(List<String> lines) {
        lines.forEach(line -> line(Shown.printable(line)));
    }

    /** Replaces the changing line; nothing where nobody watches. */
    public void live(String text) {
        if (interactive && !text.equals(live)) {
            out.print(CLEAR_LINE + text);
            out.flush();
            live = text;
        }
    }

    private void clear() {
        if (!live.isEmpty()) {
            out.print(CLEAR_LINE);
            live = "";
        }
    }
}
