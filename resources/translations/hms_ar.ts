<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>Alike</name>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Perhaps already registered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody of this name yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter opens the one that is meant.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AwayBanner</name>
    <message>
        <source>Try now</source>
        <translation>حاول الآن</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed is kept; trying again.</source>
        <translation>الخادم لا يجيب. ما كتبته محفوظ؛ تجري المحاولة مجددًا.</translation>
    </message>
    <message>
        <source>The server answers again.</source>
        <translation>الخادم يجيب من جديد.</translation>
    </message>
</context>
<context>
    <name>BirthField</name>
    <message>
        <source>17.5.1990, 5/1990, 1990 or about 40</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A date, a year, or an age such as about 40</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>age {age}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Blocked</name>
    <message>
        <source>This program and the database do not fit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CalledCard</name>
    <message>
        <source>Called ticket</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Patient is here</source>
        <translation>حضر المريض</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>إعادة النداء</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>إعادة إلى الطابور</translation>
    </message>
    <message>
        <source>shown and spoken in {display} at {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>shown in {display} at {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no screen has shown it yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No counter chosen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is called to {room}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In service at {room}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Called to {room} · {calls}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>still loading</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>There is nothing to take back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is called here; call the next ticket first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose your room or counter first.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CounterPanel</name>
    <message>
        <source>Waiting for the server…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <source>No counter chosen</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DepartmentsPage</name>
    <message>
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>New department</source>
        <translation>قسم جديد</translation>
    </message>
    <message>
        <source>A department groups the services that belong together.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
</context>
<context>
    <name>DeskSession</name>
    <message>
        <source>Counter window</source>
        <translation>نافذة الشباك</translation>
    </message>
</context>
<context>
    <name>DetailCard</name>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Open with a reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>لم يُختر أحد</translation>
    </message>
    <message>
        <source>MRN {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Restricted record</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>age {age}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Registered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{day} by {person}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>restricted</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>Someone else changed this meanwhile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed by {who}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Back to the form</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save the chosen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>theirs</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DisplaysPage</name>
    <message>
        <source>Waiting-room screens</source>
        <translation>شاشات الانتظار</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>every room</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>New screen</source>
        <translation>شاشة جديدة</translation>
    </message>
    <message>
        <source>A screen shows and speaks the calls to its rooms.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a video or a calm picture beside the list</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the list alone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in use</source>
        <translation>مستخدم</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Rooms (none ticked: every room)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Speaks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>plays</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its login is made at the screen's computer: hms-admin kiosk add NAME --settings FILE</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signs in as {login}. A new secret: hms-admin kiosk add NAME --settings FILE</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose at least one language.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not set up yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>never seen yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>alive</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>silent {n} min</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Empty the form</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Register a patient</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Edit {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Enter goes on to the next field; Esc steps back and loses nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>MRN {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>تجاهل التغييرات</translation>
    </message>
    <message>
        <source>The changes were discarded.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed and not saved in other entries: {n}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FacilityPage</name>
    <message>
        <source>Hospital</source>
        <translation>المستشفى</translation>
    </message>
    <message>
        <source>What tickets, screens and the business day go by.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Time zone (IANA name)</source>
        <translation>المنطقة الزمنية (اسم IANA)</translation>
    </message>
    <message>
        <source>The business day begins at</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency (three letters)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Languages of the screens</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Chosen by the hospital</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a time zone by its IANA name, such as Africa/Nairobi.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose at least one language.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>{title} (required)</source>
        <translation>{title} (مطلوب)</translation>
    </message>
    <message>
        <source>Fill in: {title}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>GlobalBox</name>
    <message>
        <source>Find a patient or ticket, or type a command</source>
        <translation>ابحث عن مريض أو تذكرة، أو اكتب أمرًا</translation>
    </message>
</context>
<context>
    <name>IssueTicket</name>
    <message>
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <source>for example: child under 5</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Priority class</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason for the priority</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Register new patient</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another patient</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>MRN {number}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Issuing the ticket…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ticket {ticket} for {patient}, {service}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>Nothing was closed; what was typed is kept for {name}.</source>
        <translation>لم يُغلق شيء؛ ما كُتب محفوظ لـ {name}.</translation>
    </message>
    <message>
        <source>Password of {login}</source>
        <translation>كلمة مرور {login}</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح القفل</translation>
    </message>
    <message>
        <source>Somebody else: sign out, drop what was not saved</source>
        <translation>شخص آخر: تسجيل الخروج وترك ما لم يُحفظ</translation>
    </message>
    <message>
        <source>Five wrong passwords in a minute; wait {seconds} seconds and try again.</source>
        <translation>خمس كلمات مرور خاطئة في دقيقة؛ انتظر {seconds} ثانية ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>Checking the password…</source>
        <translation>جارٍ التحقق من كلمة المرور…</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>لم يتم</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>توقف</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>نداء التالي</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>لا أحد ينتظر</translation>
    </message>
    <message>
        <source>New tickets appear here by themselves.</source>
        <translation>تظهر التذاكر الجديدة هنا تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>At least 10 characters; a short sentence that only you would say is a good one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change your password</source>
        <translation>غيّر كلمة مرورك</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Changing the password…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type the password that you have used until now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The two new passwords differ; type them again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PatientForm</name>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Add a phone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Identifier</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add an identifier</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>opens only with a reason, and each opening is kept</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PatientPicker</name>
    <message>
        <source>Name, record number, phone or identifier</source>
        <translation>الاسم أو رقم الملف أو الهاتف أو رقم الهوية</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type to find a patient.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>تسجيل مريض</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Name, record number, phone or identifier</source>
        <translation>الاسم أو رقم الملف أو الهاتف أو رقم الهوية</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>وُجد بواسطة</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Patients found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All patients by name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>تاريخ الميلاد</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>رقم الملف</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>The server does not answer; this list may be old.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>the first 100; type on</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody is registered yet. F7 registers the first patient.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>registered last</source>
        <translation>آخر المسجلين</translation>
    </message>
    <message>
        <source>Counting the patients…</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n patients by name</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Open a restricted record</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It opens for you for 15 minutes; who opened it, when and why is kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Registered; the record number is {number}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved {number}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Something went wrong in this program; what you typed is kept. Report {number} is in the log.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Working</source>
        <translation>جارٍ العمل</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Still working…</source>
        <translation>ما زال العمل جاريًا…</translation>
    </message>
</context>
<context>
    <name>QueuePage</name>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>Enter does the obvious next thing · F8 calls the next · Del takes off the queue, with undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Issue ticket</source>
        <translation>إصدار تذكرة</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>المريض</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>دقيقة</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>الغرفة</translation>
    </message>
    <message>
        <source>Queue of today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the queue…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All services</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Services of {room}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody waits. F6 issues a ticket.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>longest {minutes} min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} served today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The server does not answer; this is the queue as it was.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Call {ticket} now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put {ticket} back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Transfer…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take off the queue… (Del)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the patient</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>What</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا توجد نتائج</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>Where do you work?</source>
        <translation>أين تعمل؟</translation>
    </message>
    <message>
        <source>Type to find a room or counter</source>
        <translation>اكتب للبحث عن غرفة أو شباك</translation>
    </message>
    <message>
        <source>Room or counter</source>
        <translation>الغرفة أو الشباك</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>يخدم</translation>
    </message>
    <message>
        <source>Rooms and counters</source>
        <translation>الغرف والشبابيك</translation>
    </message>
    <message>
        <source>No such room; an administrator adds rooms.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Work here</source>
        <translation>العمل هنا</translation>
    </message>
</context>
<context>
    <name>RoomsPage</name>
    <message>
        <source>Rooms and counters</source>
        <translation>الغرف والشبابيك</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>يخدم</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>New room or counter</source>
        <translation>غرفة أو شباك جديد</translation>
    </message>
    <message>
        <source>Where patients are called to, by the name that the screens show and say.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Serves (Space ticks)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ServicesPage</name>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>الغرف</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>خدمة جديدة</translation>
    </message>
    <message>
        <source>A patient waits for a service; its letters stand before the ticket's number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Letters on the ticket, A to Z</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>They belong to this workstation: {name}</source>
        <translation>تخص محطة العمل هذه: {name}</translation>
    </message>
    <message>
        <source>As the computer does</source>
        <translation>كما في الحاسوب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Another language appears when you sign in the next time.</source>
        <translation>تظهر اللغة الأخرى عند تسجيل دخولك التالي.</translation>
    </message>
    <message>
        <source>The desk locks itself after {n} minutes without a key or a click.</source>
        <translation>يُقفل المكتب نفسه بعد {n} دقائق دون ضغطة مفتاح أو نقرة.</translation>
    </message>
    <message>
        <source>The desk does not lock itself; Ctrl+L locks it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change password…</source>
        <translation>تغيير كلمة المرور…</translation>
    </message>
    <message>
        <source>HMS Desktop {version}</source>
        <translation>HMS Desktop {version}</translation>
    </message>
    <message>
        <source>Log: {file}</source>
        <translation>السجل: {file}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>HMS Desktop</source>
        <translation>HMS Desktop</translation>
    </message>
    <message>
        <source>Administration · Alt +</source>
        <translation>الإدارة · Alt +</translation>
    </message>
    <message>
        <source>Choose the room where you work</source>
        <translation>اختر الغرفة التي تعمل فيها</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Typed and not saved: {n}. Do it once more to leave it unsaved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose your room</source>
        <translation>اختر غرفتك</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <source>The demo hospital on this computer. Nobody in it is real.</source>
        <translation>المستشفى التجريبي على هذا الحاسوب. لا أحد فيه حقيقي.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{database} on {place}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave the demo…</source>
        <translation>مغادرة العرض التجريبي…</translation>
    </message>
    <message>
        <source>Another server…</source>
        <translation>خادم آخر…</translation>
    </message>
    <message>
        <source>Who do you want to be?</source>
        <translation>من تريد أن تكون؟</translation>
    </message>
    <message>
        <source>Enter or a double click signs in. The passwords were made for this computer.</source>
        <translation>مفتاح Enter أو نقرة مزدوجة لتسجيل الدخول. أُنشئت كلمات المرور لهذا الحاسوب.</translation>
    </message>
    <message>
        <source>Accounts of the demo</source>
        <translation>حسابات العرض التجريبي</translation>
    </message>
    <message>
        <source>Type your name and your password.</source>
        <translation>اكتب اسمك وكلمة مرورك.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Five wrong passwords in a minute; wait {seconds} seconds and try again.</source>
        <translation>خمس كلمات مرور خاطئة في دقيقة؛ انتظر {seconds} ثانية ثم حاول مجددًا.</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Duties</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>شخص جديد</translation>
    </message>
    <message>
        <source>Each person signs in with an account of their own; duties decide what it may do.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>First password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Duties (Space ticks)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>closed, cannot sign in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New password…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not shown to anybody</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose at least one duty for this person.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} signs in with it from now on; tell it to nobody else.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A new password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Give this password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة مرور جديدة</translation>
    </message>
    <message>
        <source>{name} has a new password.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Starting</name>
    <message>
        <source>The demo hospital is opening</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Working</source>
        <translation>جارٍ العمل</translation>
    </message>
    <message>
        <source>Starting the database on this computer…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TakeOffDialog</name>
    <message>
        <source>Take {ticket} off the queue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number is not used again. Ctrl+Z takes it back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Patient left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Issued by mistake</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take off</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Transfer {ticket}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The ticket keeps its number and its arrival time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
</context>
<context>
    <name>TruthStrip</name>
    <message>
        <source>Server …</source>
        <translation>الخادم …</translation>
    </message>
    <message>
        <source>Server away</source>
        <translation>الخادم لا يجيب</translation>
    </message>
    <message>
        <source>Waiting-room screens unknown</source>
        <translation>حالة شاشات الانتظار غير معروفة</translation>
    </message>
    <message>
        <source>Server {ms} ms</source>
        <translation>الخادم {ms} م.ث</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm</source>
        <translation>ddd d MMM yyyy، HH:mm</translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} screen is silent</source>
        <translation>شاشة {name} لا تجيب</translation>
    </message>
    <message>
        <source>No waiting-room screen yet</source>
        <translation>لا توجد شاشة انتظار بعد</translation>
    </message>
    <message>
        <source>{n} screens alive</source>
        <translation>{n} شاشات تعمل</translation>
    </message>
    <message>
        <source>{name} screen, last sign {seconds} s ago</source>
        <translation>شاشة {name}، آخر إشارة قبل {seconds} ث</translation>
    </message>
</context>
<context>
    <name>UndoCard</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Connect to the hospital's server</source>
        <translation>الاتصال بخادم المستشفى</translation>
    </message>
    <message>
        <source>Your IT department knows what to type here. It is kept for the next start.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>Certificate file of the hospital</source>
        <translation>ملف شهادة المستشفى</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>حفظ ومتابعة</translation>
    </message>
    <message>
        <source>not needed for a server on this computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>جرّب العرض</translation>
    </message>
    <message>
        <source>A small hospital with invented patients on this computer, a day that runs by itself, and a waiting-room screen beside it. Nothing is sent anywhere.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start the demo</source>
        <translation>بدء العرض</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>جارٍ سؤال الخادم…</translation>
    </message>
    <message>
        <source>The server answers and proved who it is.</source>
        <translation>الخادم يجيب وأثبت هويته.</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>HMS Desktop</source>
        <translation>HMS Desktop</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>{title}, kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove this line</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>الطابور</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>المرضى</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>المستشفى</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>الغرف</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Displays</source>
        <translation>الشاشات</translation>
    </message>
</context>
<context>
    <name>patients</name>
    <message>
        <source>not known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>female</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>male</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Mobile</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Work</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Relative</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>National identity</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Passport</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Birth certificate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Driving licence</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Insurance card</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other hospital</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>record number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>identifier</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>about {year}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Given names</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Family name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Birth</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Phones</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Identifiers</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>pickers</name>
    <message>
        <source>restricted record</source>
        <translation>ملف مقيَّد</translation>
    </message>
    <message>
        <source>Nobody found. As a record number it is mistyped; compare it with the card.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nobody found. Check the spelling, or try a phone number.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ينتظر</translation>
    </message>
    <message>
        <source>called {time}</source>
        <translation>نودي {time}</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <source>done</source>
        <translation>انتهى</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>taken off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not served</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>since {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>called {times} times, {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>next because it waited long while priority calls passed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>appointment {time}, not yet due</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>put back, arrived {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>appointment {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>arrived {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>first call</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>called {times} times</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>restricted record</source>
        <translation>ملف مقيَّد</translation>
    </message>
    <message>
        <source>waiting {minutes} min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>next because nobody else waits; the appointment is later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>next because those before it were called; it was put back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>next because of its class: {priority}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>next because the appointment is due</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>next because it arrived first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo: called {ticket}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo: {ticket} is here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo: {ticket} no-show</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo: transferred {ticket}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo: finished {ticket}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo: took off {ticket}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>MRN {number}</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>