package org.clubpost.mail.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clubpost.core.reason.Reason;
import org.clubpost.mail.field.HeaderText;
import org.clubpost.mail.incoming.Incoming;

/**
 * A mail with a file that SES never sends, or that the list does not take, goes to nobody. Its author is told once,
 * instead of the provider refusing every copy.
 */
final class RefusedFile implements Rule {

    /** SES Developer Guide, "Unsupported attachment types": the endings of names that SES refuses to send. */
    static final Set<String> NEVER_SENT_BY_SES = Set.of("ade", "adp", "app", "asp", "bas", "bat", "cer", "chm", "cmd",
            "com", "cpl",
            "crt", "csh", "der", "exe", "fxp", "gadget", "hlp", "hta", "inf", "ins", "isp", "its", "js", "jse", "ksh",
            "lib", "lnk",
            "mad", "maf", "mag", "mam", "maq", "mar", "mas", "mat", "mau", "mav", "maw", "mda", "mdb", "mde", "mdt",
            "mdw", "mdz",
            "msc", "msh", "msh1", "msh2", "mshxml", "msh1xml", "msh2xml", "msi", "msp", "mst", "ops", "pcd", "pif",
            "plg", "prf",
            "prg", "reg", "scf", "scr", "sct", "shb", "shs", "sys", "ps1", "ps1xml", "ps2", "ps2xml", "psc1", "psc2",
            "tmp", "url",
            "vb", "vbe", "vbs", "vps", "vsmacros", "vss", "vst", "vsw", "vxd", "ws", "wsc", "wsf", "wsh", "xnk");
    private static final int MAX_NAME = 80;

    @Override
    public Optional<Verdict> judge(Incoming mail) {
        var refused = mail.list().posting().screening().refusedFiles();
        return FileNames.in(mail.mail()).stream()
                .filter(name -> NEVER_SENT_BY_SES.contains(ending(name)) || refused.contains(ending(name))).findFirst()
                .map(name -> Verdict.refused(mail,
                        Reason.of(Reason.Cause.REFUSED_FILE, HeaderText.cut(name, MAX_NAME))));
    }

    /** What stands behind the last dot, as Windows reads it: dots and spaces at the end of a name do not count. */
    private static String ending(String name) {
        var end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
            end--;
        }
        return name.substring(name.lastIndexOf('.', end - 1) + 1, end).toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
        return "refused-file";
    }
}
