<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DocumentsModel</name>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message numerus="yes">
        <source>%n problem(s) found.</source>
        <translation>
            <numerusform>%n problem found.</numerusform>
            <numerusform>%n problems found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s)</source>
        <translation>
            <numerusform>%n annotation</numerusform>
            <numerusform>%n annotations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message numerus="yes">
        <source>%n article(s) are in the project already: {names}{more}.</source>
        <translation>
            <numerusform>%n article is in the project already: {names}{more}.</numerusform>
            <numerusform>%n articles are in the project already: {names}{more}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>%n article added.</numerusform>
            <numerusform>%n articles added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) came along.</source>
        <translation>
            <numerusform>%n annotation came along.</numerusform>
            <numerusform>%n annotations came along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were there already.</source>
        <translation>
            <numerusform>%n article was there already.</numerusform>
            <numerusform>%n articles were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotation(s) today</source>
        <translation>
            <numerusform>%n annotation today</numerusform>
            <numerusform>%n annotations today</numerusform>
        </translation>
    </message>
</context>
</TS>
