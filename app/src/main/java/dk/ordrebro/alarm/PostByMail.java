package dk.ordrebro.alarm;

import dk.ordrebro.access.CompanyAddress;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.PublicAddress;
import dk.ordrebro.mail.Mail;
import dk.ordrebro.mail.Mails;

/** Letters by the house's own box. */
class PostByMail implements Post {

    private final Mails mails;
    private final PublicAddress address;

    PostByMail(Mails mails, PublicAddress address) {
        this.mails = mails;
        this.address = address;
    }

    @Override
    public void put(CompanyId company, String to, String subject, String text) {
        mails.put(company, new Mail(to, subject, text));
    }

    @Override
    public String link(CompanyId company, String path) {
        return address.link(CompanyAddress.of(company, path));
    }
}
