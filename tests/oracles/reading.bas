Option Explicit

' Runs inside LibreOffice, called by libreoffice.py.
' The file at `url` holds one job a line: document TAB pdf TAB report, all as URLs. Each document is opened, its fields
' are computed anew, it is drawn as a PDF, and what LibreOffice knows of each paragraph goes into the report.
Sub ReadAll(url As String)
    Dim files As Object, jobs As Object, row As Variant, job As Variant
    files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
    jobs = createUnoService("com.sun.star.io.TextInputStream")
    jobs.setInputStream(files.openFileRead(url))
    jobs.setEncoding("UTF-8")
    For Each row In Split(jobs.readString(Array(), False), Chr(10))
        job = Split(row, Chr(9))
        If UBound(job) = 2 Then ReadOne(job(0), job(1), job(2))
    Next
    StarDesktop.terminate()
End Sub

' A document that cannot be opened leaves no report; one that fails half way leaves a report without its line "end".
Sub ReadOne(source As String, pdf As String, reportUrl As String)
    Dim document As Object, report As Object
    On Error Goto Failed
    ' The filter is named: LibreOffice would open a broken file as plain text.
    document = StarDesktop.loadComponentFromURL(source, "_blank", 0, _
        Array(Setting("Hidden", True), Setting("FilterName", "MS Word 2007 XML")))
    If IsNull(document) Then Exit Sub
    document.TextFields.refresh()
    document.storeToURL(pdf, Array(Setting("FilterName", "writer_pdf_Export")))
    report = OpenReport(reportUrl)
    Walk(document.Text, document.CurrentController.ViewCursor, report)
    WriteRow(report, Array("end"))
    report.closeOutput()
    document.close(True)
    Exit Sub
Failed:
    If Not IsNull(report) Then report.closeOutput()
End Sub

Function Setting(name As String, value As Variant) As Object
    Dim property As New com.sun.star.beans.PropertyValue
    property.Name = name
    property.Value = value
    Setting = property
End Function

Function OpenReport(url As String) As Object
    Dim files As Object, stream As Object
    files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
    stream = createUnoService("com.sun.star.io.TextOutputStream")
    stream.setOutputStream(files.openFileWrite(url))
    stream.setEncoding("UTF-8")
    OpenReport = stream
End Function

' The paragraphs of a text in order, those in table cells among them.
Sub Walk(body As Object, cursor As Object, report As Object)
    Dim parts As Object, part As Object, cell As Variant
    parts = body.createEnumeration()
    Do While parts.hasMoreElements()
        part = parts.nextElement()
        If part.supportsService("com.sun.star.text.TextTable") Then
            For Each cell In part.getCellNames()
                Walk(part.getCellByName(cell), cursor, report)
            Next
        Else
            WriteParagraph(part, cursor, report)
        End If
    Loop
End Sub

Sub WriteParagraph(paragraph As Object, cursor As Object, report As Object)
    Dim first As Long, last As Long, portions As Object, portion As Object, field As Object
    cursor.gotoRange(paragraph.getStart(), False)
    first = cursor.getPage()
    cursor.gotoRange(paragraph.getEnd(), False)
    last = cursor.getPage()
    WriteRow(report, Array("paragraph", first, last, paragraph.OutlineLevel, paragraph.ParaStyleName, _
        paragraph.ListLabelString, paragraph.getString()))
    portions = paragraph.createEnumeration()
    Do While portions.hasMoreElements()
        portion = portions.nextElement()
        If portion.TextPortionType = "TextField" Then
            field = portion.TextField
            If field.supportsService("com.sun.star.text.textfield.GetReference") Then
                WriteRow(report, Array("reference", field.SourceName, field.getPresentation(False)))
            End If
        End If
    Loop
End Sub

' Cells parted by tabs; tab, line feed and backslash within a cell are written \t, \n and \\.
Sub WriteRow(report As Object, cells As Variant)
    Dim i As Integer, cell As String
    For i = LBound(cells) To UBound(cells)
        cell = Replace(Replace(Replace(CStr(cells(i)), "\", "\\"), Chr(9), "\t"), Chr(10), "\n")
        If i > LBound(cells) Then report.writeString(Chr(9))
        report.writeString(cell)
    Next
    report.writeString(Chr(10))
End Sub
