package postmortem.parser.windows.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What columns of an exported event log say, by the names that tools and languages give them. */
enum Column {
  /** Without the time. No "Data": tools call the binary data of an event so. */
  DATE("Date", "日付", "Datum", "Fecha", "Дата", "日期"),
  TIME(
      "TimeCreated",
      "TimeGenerated",
      "Date and Time",
      "Time",
      "時刻",
      "Uhrzeit",
      "日付と時刻",
      "Datum und Uhrzeit",
      "Date et heure",
      "Fecha y hora",
      "Data e ora",
      "Data e Hora",
      "Дата и время",
      "日期和时间",
      "日期與時間",
      "日期和時間",
      "날짜 및 시간"),
  /** Where it is the only time. */
  TIME_WRITTEN("TimeWritten"),
  ID(
      "EventID",
      "Event ID",
      "Id",
      "Event",
      "イベント ID",
      "Ereignis-ID",
      "ID de l’événement",
      "ID de l'événement",
      "ID d’événement",
      "Id. del evento",
      "Id. de evento",
      "Id. del suceso",
      "ID evento",
      "Identificação do Evento",
      "Identificação do evento",
      "ID do Evento",
      "Код события",
      "事件 ID",
      "事件ID",
      "事件識別碼",
      "이벤트 ID"),
  /** The number with the severity in its upper bits, where it is the only one. */
  INSTANCE("InstanceId"),
  /** The number of the record in its log, as the event itself has it. */
  RECORD_ID("EventRecordId", "RecordId", "RecordNumber"),
  /** The same of Get-EventLog; of other programs the number of a row. */
  INDEX("Index"),
  SOURCE(
      "SourceName",
      "ProviderName",
      "Provider",
      "Source",
      "ソース",
      "Quelle",
      "Origen",
      "Origine",
      "Origem",
      "Fonte",
      "Источник",
      "来源",
      "來源",
      "원본"),
  CHANNEL("LogName", "Channel", "EventLog", "Log"),
  COMPUTER("ComputerName", "MachineName", "Computer"),
  /** As a word, and no number. */
  TYPE,
  TEXT("Message", "Description"),
  /** Insertion strings. */
  STRINGS("Strings"),
  /** Insertion strings with blanks between them. */
  JOINED,
  /** What EvtxECmd makes of the data of an event. */
  PAYLOAD("Payload");

  /** Names that tables of much else have too. */
  private static final Set<String> COMMON =
      Set.of(
          "date",
          "日付",
          "datum",
          "fecha",
          "дата",
          "日期",
          "time",
          "時刻",
          "uhrzeit",
          "id",
          "event",
          "index",
          "source",
          "provider",
          "quelle",
          "origen",
          "origine",
          "origem",
          "fonte",
          "channel",
          "log",
          "computer",
          "message",
          "description",
          "strings",
          "payload");

  private static final Map<String, Column> NAMED = new HashMap<>();

  static {
    for (Column column : values()) {
      for (String name : column.names) {
        NAMED.put(name.toLowerCase(Locale.ROOT), column);
      }
    }
  }

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** Is it a name that hardly any table has but those of event logs? */
  static boolean isOfEventLog(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return NAMED.containsKey(lower) && !COMMON.contains(lower);
  }

  static @Nullable Column named(String name) {
    return NAMED.get(name.strip().toLowerCase(Locale.ROOT));
  }
}
