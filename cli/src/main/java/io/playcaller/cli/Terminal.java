package io.playcaller.cli;

import java.io.PrintWriter;
import java.util.List;

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
