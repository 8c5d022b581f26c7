<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlertsListPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/operations/alerts.py" line="57"/>
        <source>%n thing(s) wrong now</source>
        <translation>
            <numerusform>%n thing wrong now</numerusform>
            <numerusform>%n things wrong now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Alike</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/alike.py" line="136"/>
        <source>%n perhaps already registered</source>
        <translation>
            <numerusform>%n perhaps already registered</numerusform>
            <numerusform>%n perhaps already registered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ControlledPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/dispensing/controlled_page.py" line="311"/>
        <source>%n count(s) differ; a discrepancy was opened.</source>
        <translation>
            <numerusform>%n count differs; a discrepancy was opened.</numerusform>
            <numerusform>%n counts differ; a discrepancy was opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountsPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/stock/counts.py" line="397"/>
        <source>Approved; %n difference(s) posted.</source>
        <translation>
            <numerusform>Approved; %n difference posted.</numerusform>
            <numerusform>Approved; %n differences posted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DispensingPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="142"/>
        <source>%n to dispense</source>
        <translation>
            <numerusform>%n to dispense</numerusform>
            <numerusform>%n to dispense</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/dispensing/page.py" line="405"/>
        <source>%n line(s) stay owed.</source>
        <translation>
            <numerusform>%n line stays owed.</numerusform>
            <numerusform>%n lines stay owed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntriesPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/trail/entries.py" line="150"/>
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/trail/entries.py" line="203"/>
        <source>%n entry(ies) came late</source>
        <translation>
            <numerusform>%n entry came late</numerusform>
            <numerusform>%n entries came late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/trail/entries.py" line="205"/>
        <source>%n entry(ies) not sealed yet</source>
        <translation>
            <numerusform>%n entry not sealed yet</numerusform>
            <numerusform>%n entries not sealed yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListsPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/safety/lists.py" line="68"/>
        <source>%n substance(s) of the catalogue are in no list that is asked; a synonym may help.</source>
        <translation>
            <numerusform>%n substance of the catalogue is in no list that is asked; a synonym may help.</numerusform>
            <numerusform>%n substances of the catalogue are in no list that is asked; a synonym may help.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MedicinesPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/medicines/page.py" line="180"/>
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/medicines/page.py" line="201"/>
        <source>%n medicines by name</source>
        <translation>
            <numerusform>%n medicine by name</numerusform>
            <numerusform>%n medicines by name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergingPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/merging/page.py" line="110"/>
        <source>%n pair(s) to decide</source>
        <translation>
            <numerusform>%n pair to decide</numerusform>
            <numerusform>%n pairs to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/merging/page.py" line="111"/>
        <source>%n record(s) not compared yet</source>
        <translation>
            <numerusform>%n record not compared yet</numerusform>
            <numerusform>%n records not compared yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenJobsPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/jobs/open_jobs.py" line="82"/>
        <source>%n worker(s) at work: {names}</source>
        <translation>
            <numerusform>%n worker at work: {names}</numerusform>
            <numerusform>%n workers at work: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/page.py" line="194"/>
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/patients/page.py" line="232"/>
        <source>%n patients by name</source>
        <translation>
            <numerusform>%n patient by name</numerusform>
            <numerusform>%n patients by name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/pickers.py" line="164"/>
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StockPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/stock/page.py" line="184"/>
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n batch</numerusform>
            <numerusform>%n batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/reports/today.py" line="178"/>
        <source>%n at the counters</source>
        <translation>
            <numerusform>%n at the counters</numerusform>
            <numerusform>%n at the counters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/reports/today.py" line="183"/>
        <source>%n tickets given</source>
        <translation>
            <numerusform>%n ticket given</numerusform>
            <numerusform>%n tickets given</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TruthStrip</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/app/strip.py" line="100"/>
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningsPanel</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/warnings.py" line="130"/>
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_YoungAge</name>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/age_words.py" line="20"/>
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../hms_desktop/screens/age_words.py" line="20"/>
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
