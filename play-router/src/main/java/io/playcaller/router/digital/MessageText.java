package io.playcaller.router.digital;

/**
 * What one person reads.
 *
 * @param subject in one line
 */
public record MessageText(String subject, String text) {

    public MessageText {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
