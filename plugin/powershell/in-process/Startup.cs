using System;
using System.IO;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace EasConnector.InProcess
{
    /// <summary>
    /// What edge-js calls: one object for every runspace, one method, bytes in and bytes out. Bytes, because edge-js itself
    /// would end a string at a NUL, drop lone surrogates and round 64-bit numbers, and takes ten times as long.
    /// A request is an operation and its arguments; an answer is 0 and the result, or 1 and an error.
    /// C# 5 throughout, so that the compiler that comes with Windows can build it too.
    /// </summary>
    public sealed class Startup
    {
        private static readonly object Gate = new object();
        private static string home;

        private object host;

        /// <summary>Carries out one request. Never throws: edge-js would take an exception apart by reflection.</summary>
        public Task<object> Call(object payload)
        {
            try
            {
                ByteReader request = new ByteReader((byte[])payload);
                Operation operation = (Operation)request.Byte();
                if (operation != Operation.Locate) return Forward(operation, request);
                Locate(request.Text());
                return Answers.Now(Answers.Ok(Answers.Version));
            }
            catch (Exception error)
            {
                return Answers.Now(Answers.Error(error));
            }
        }

        // Its own method: whoever compiles it loads System.Management.Automation, which only works after Locate.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private Task<object> Forward(Operation operation, ByteReader request)
        {
            if (host == null) host = new RunspaceHost();
            return ((RunspaceHost)host).Carry(operation, request);
        }

        /// <summary>
        /// Makes the assemblies of a PowerShell 7 findable; an empty name means Windows PowerShell, which is in the global
        /// assembly cache. A process can have one PowerShell.
        /// </summary>
        private static void Locate(string powerShellHome)
        {
            lock (Gate)
            {
                if (home == powerShellHome) return;
                if (home != null)
                {
                    throw new InvalidOperationException("This process already has the PowerShell of " + home + ".");
                }
                if (powerShellHome.Length > 0)
                {
                    string engine = Path.Combine(powerShellHome, "System.Management.Automation.dll");
                    Assembly automation = Assembly.LoadFrom(engine);
                    AppDomain.CurrentDomain.AssemblyResolve += delegate(object sender, ResolveEventArgs wanted)
                    {
                        return new AssemblyName(wanted.Name).Name == "System.Management.Automation" ? automation : null;
                    };
                    LetEngineFindItsParts(automation, powerShellHome);
                }
                // A stray Console.WriteLine in a module would end up between the frames of the process binding.
                Console.SetOut(TextWriter.Null);
                Console.SetError(TextWriter.Null);
                Console.SetIn(TextReader.Null);
                home = powerShellHome;
            }
        }

        // PowerShell 7 has its own resolver for the rest of its assemblies; the reference library does not know it.
        private static void LetEngineFindItsParts(Assembly automation, string powerShellHome)
        {
            Type initializer = automation.GetType("System.Management.Automation.PowerShellAssemblyLoadContextInitializer");
            MethodInfo method = initializer == null ? null : initializer.GetMethod("SetPowerShellAssemblyLoadContext");
            if (method == null) throw new InvalidOperationException(powerShellHome + " is not a PowerShell 7.");
            method.Invoke(null, new object[] { powerShellHome });
        }
    }
}
