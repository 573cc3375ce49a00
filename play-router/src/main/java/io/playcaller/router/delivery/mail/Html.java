package io.playcaller.router.delivery.mail;

/** Text in HTML. */
public final class Html {

    private Html() {}

    /** Words that are no markup, in content and in attributes. */
    public static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Something that can be followed. */
    public static String link(String address, String words) {
        return "<a href=\"" + escape(address) + "\">" + escape(words) + "</a>";
    }
}
