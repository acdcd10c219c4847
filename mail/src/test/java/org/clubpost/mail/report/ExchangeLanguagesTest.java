package org.clubpost.mail.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.clubpost.mail.mime.MimeParser;
import org.clubpost.mail.mime.Octets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of Exchange without fields for programs, in the languages of its installations. */
final class ExchangeLanguagesTest {

    private static String read(String mail) {
        var octets = Octets.of(mail.replace("\n", "\r\n").getBytes(UTF_8));
        return ReportReader.read(MimeParser.parse(octets)) instanceof MailReport.BounceReport(var failed, _, _)
                && failed.size() == 1
                        ? failed.getFirst().address() + " " + failed.getFirst().isPermanent() + " "
                                + failed.getFirst().reason().word()
                        : "nothing";
    }

    /** The text that Exchange 2007 and its successors write, with the answer of the other side in it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    Unzustellbar | Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen: | Diagnoseinformationen für Administratoren: | Ursprüngliche Nachrichtenkopfzeilen:
                    Non remis | Échec de la remise à ces destinataires ou groupes : | Informations de diagnostic pour les administrateurs : | En-têtes de message d'origine :
                    No entregado | Error de entrega a estos destinatarios o grupos: | Información de diagnóstico para los administradores: | Encabezados de mensajes originales:
                    Non recapitabile | Recapito non riuscito ai seguenti destinatari o gruppi: | Informazioni di diagnostica per gli amministratori: | Intestazioni originali del messaggio:
                    Onbestelbaar | Uw bericht kan niet worden bezorgd bij de volgende geadresseerden of groepen: | Diagnostische gegevens voor beheerders: | Oorspronkelijke berichtkoppen:
                    Não entregue | Falha na entrega a estes destinatários ou grupos: | Informações de diagnóstico para administradores: | Cabeçalhos originais da mensagem:
                    Niedostarczone | Dostarczenie do następujących adresatów lub grup nie powiodło się: | Informacje diagnostyczne dla administratorów: | Oryginalne nagłówki wiadomości:
                    Kan inte levereras | Det gick inte att leverera till följande mottagare eller grupper: | Diagnostikinformation för administratörer: | Ursprungliga meddelanderubriker:
                    Kan ikke leveres | Levering til disse modtagere eller grupper mislykkedes: | Diagnosticeringsoplysninger for administratorer: | Oprindelige meddelelsesheadere:
                    Kan ikke leveres | Leveringen mislyktes til disse mottakerne eller gruppene: | Diagnostikkinformasjon for administratorer: | Opprinnelige meldingshoder:
                    Toimittamaton | Toimitus seuraaville vastaanottajille tai ryhmille epäonnistui: | Diagnostiikkatiedot järjestelmänvalvojille: | Alkuperäisen viestin otsikot:
                    Nedoručitelné | Doručení těmto příjemcům nebo skupinám se nezdařilo: | Diagnostické informace pro správce: | Původní záhlaví zprávy:
                    Teslim edilemedi | Şu alıcılara veya gruplara teslim edilemedi: | Yöneticiler için tanılama bilgileri: | Özgün ileti üstbilgileri:
                    Не доставлено | Не удалось выполнить доставку следующим получателям или группам: | Диагностические сведения для администраторов: | Исходные заголовки сообщения:
                    配信不能 | 次の受信者またはグループへの配信に失敗しました: | 管理者向けの診断情報: | 元のメッセージ ヘッダー:
                    无法传递 | 传递到以下收件人或组时失败: | 适用于管理员的诊断信息: | 原始邮件头:
                    배달되지 않음 | 다음 받는 사람 또는 그룹에게 배달하지 못했습니다: | 관리자용 진단 정보: | 원본 메시지 헤더:
                    Kézbesíthetetlen | A következő címzettek számára nem lehetett kézbesíteni: | Diagnosztikai adatok a rendszergazdáknak: | Az eredeti üzenet fejlécei:
                    """)
    void answerOfTheOtherSideCounts(String subject, String failed, String diagnosis, String headers) {
        assertEquals("bert@example.com true user-unknown", read("""
                Return-Path: <>
                From: Microsoft Outlook <postmaster@mx.example.net>
                To: news-bounces@lists.example.org
                Subject: %s: Sommerfest
                Content-Type: text/plain; charset=utf-8

                %s

                Bert Smith<mailto:bert@example.com>

                %s

                mx.example.net

                bert@example.com
                Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found'

                %s

                Received: from lists.example.org by mx.example.net; Sat, 28 Nov 2026 10:00:00 +0000
                From: Anna <news@lists.example.org>
                To: carla@example.org
                Subject: Sommerfest
                """.formatted(subject, failed, diagnosis, headers)));
    }

    /** The same of the servers before, which give a code and no name of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    Unzustellbar | Ihre Nachricht hat einige oder alle Empfänger nicht erreicht. | An: | Betreff: | Folgende(r) Empfänger kann/können nicht erreicht werden: | am 28.11.2026 10:00
                    Non remis | Votre message n'a pas atteint certains ou tous les destinataires. | À : | Objet : | Impossible de contacter le(s) destinataire(s) suivant(s) : | le 28/11/2026 10:00
                    No entregado | Su mensaje no ha llegado a algunos o a todos los destinatarios. | Para: | Asunto: | No se puede contactar con los siguientes destinatarios: | el 28/11/2026 10:00
                    Non recapitabile | Il messaggio non ha raggiunto alcuni o tutti i destinatari. | A: | Oggetto: | Impossibile raggiungere i seguenti destinatari: | il 28/11/2026 10.00
                    Onbestelbaar | Uw bericht heeft enkele of alle geadresseerden niet bereikt. | Aan: | Onderwerp: | De volgende geadresseerde(n) kunnen niet worden bereikt: | op 28-11-2026 10:00
                    Não entregue | A sua mensagem não chegou a alguns ou a todos os destinatários. | Para: | Assunto: | Não foi possível contactar o(s) seguinte(s) destinatário(s): | em 28-11-2026 10:00
                    Niedostarczone | Wiadomość nie dotarła do niektórych lub wszystkich adresatów. | Do: | Temat: | Nie można skontaktować się z następującymi adresatami: | w dniu 2026-11-28 10:00
                    Kan inte levereras | Meddelandet nådde inte vissa eller alla mottagare. | Till: | Ämne: | Det gick inte att nå följande mottagare: | den 2026-11-28 10:00
                    Kan ikke leveres | Meddelelsen nåede ikke nogle af eller alle modtagerne. | Til: | Emne: | Følgende modtager(e) kunne ikke kontaktes: | den 28-11-2026 10:00
                    Kan ikke leveres | Meldingen nådde ikke frem til noen eller alle mottakerne. | Til: | Emne: | Kan ikke nå følgende mottaker(e): | den 28.11.2026 10:00
                    Toimittamaton | Viesti ei saavuttanut kaikkia vastaanottajia. | Vastaanottaja: | Aihe: | Seuraavia vastaanottajia ei tavoitettu: | 28.11.2026 10:00
                    Nedoručitelné | Zpráva nebyla doručena některým nebo všem příjemcům. | Komu: | Předmět: | Následující příjemci nejsou dostupní: | dne 28.11.2026 10:00
                    Teslim edilemedi | İletiniz alıcıların bazılarına veya hiçbirine ulaşmadı. | Kime: | Konu: | Aşağıdaki alıcılara ulaşılamadı: | 28.11.2026 10:00
                    Не доставлено | Сообщение не доставлено некоторым или всем получателям. | Кому: | Тема: | Следующие получатели недоступны: | 28.11.2026 10:00
                    配信不能 | メッセージが一部またはすべての受信者に届きませんでした。 | 宛先: | 件名: | 次の受信者に届きませんでした: | 2026/11/28 10:00
                    未传递 | 您的邮件未能到达部分或全部收件人。 | 收件人: | 主题: | 无法到达下列收件人: | 2026/11/28 10:00
                    배달되지 않음 | 메시지가 일부 또는 모든 받는 사람에게 전달되지 않았습니다. | 받는 사람: | 제목: | 다음 받는 사람에게 연락할 수 없습니다: | 2026-11-28 10:00
                    Kézbesíthetetlen | Az üzenet nem jutott el minden címzetthez. | Címzett: | Tárgy: | A következő címzettek nem érhetők el: | 2026.11.28. 10:00
                    """)
    void codeInBracketsCounts(String subject, String failed, String to, String about, String following, String when) {
        assertEquals("bert@example.com true mailbox-full", read("""
                Return-Path: <>
                From: postmaster@mx.example.net
                To: news-bounces@lists.example.org
                Subject: %s: Sommerfest
                Content-Type: text/plain; charset=utf-8

                %s

                      %s Sommerfest
                      %s 28.11.2026 10:00

                %s

                      bert@example.com %s
                            <mx.example.net #5.2.2>
                """.formatted(subject, failed, about, to, following, when)));
    }
}
