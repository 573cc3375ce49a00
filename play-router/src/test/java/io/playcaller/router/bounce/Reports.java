package io.playcaller.router.bounce;

import java.util.UUID;

/** Reports of letters that came back, in the form of RFC 3464. */
public final class Reports {

    private static final String REPORT = """
            Return-Path: <>
            Date: Mon, 2 Mar 2026 10:00:07 +0000 (UTC)
            From: MAILER-DAEMON@mx.customer.example (Mail Delivery System)
            Subject: Undelivered Mail Returned to Sender
            To: success@work.example
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status;
            \tboundary="4D2A9C0.1772445607/mx.customer.example"

            This is a MIME-encapsulated message.

            --4D2A9C0.1772445607/mx.customer.example
            Content-Description: Notification
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not
            be delivered to one or more recipients.

            --4D2A9C0.1772445607/mx.customer.example
            Content-Description: Delivery report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.customer.example
            Arrival-Date: Mon, 2 Mar 2026 10:00:05 +0000 (UTC)

            Final-Recipient: rfc822; pia@customer.example
            Action: @action@
            Status: @status@
            Diagnostic-Code: smtp; 550 5.1.1 <pia@customer.example> User unknown in
                virtual mailbox table

            --4D2A9C0.1772445607/mx.customer.example
            Content-Description: Undelivered Message
            Content-Type: message/rfc822

            From: Success <success@work.example>
            To: Pia <pia@customer.example>
            Subject: About Acme
            Message-ID: <@message@@work.example>
            Content-Type: text/plain

            Hello Pia, how is Acme?

            --4D2A9C0.1772445607/mx.customer.example--
            """;

    private Reports() {}

    /** Of a message to somebody of a customer. */
    public static String of(UUID messageId, String action, String status) {
        return REPORT.replace("@action@", action)
                .replace("@status@", status)
                .replace("@message@", messageId.toString());
    }
}
