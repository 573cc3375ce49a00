package io.playcaller.router.delivery.jira;

/** Text in questions to Jira. */
public final class Jql {

    private Jql() {}

    /** As a string of JQL: in quotes, with what would end it escaped, without control characters. */
    public static String text(String plain) {
        String escaped =
                plain.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + escaped + '"';
    }
}
